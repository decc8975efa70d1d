// The text is read from left to right; at each place the first of these is taken that is there: an expression, a
// control or comment line (at a line's start), a tag or its end, a block of Python, text up to the next of all these.
// Open tags and control lines are frames of a stack; whoever closes one puts it into the frame below.

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "project/mako_tag.h"
#include "project/mako_template.h"
#include "project/python_cursor.h"
#include "python/source_encoding.h"

namespace limbeck::project {
namespace {

template <typename Words>
bool Contains(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::string_view kPrimary[] = {"if", "for", "while", "try", "with"};

struct TernaryEntry {
  std::string_view primary;
  std::string_view keyword;
};
constexpr TernaryEntry kTernaries[] = {{"if", "elif"},    {"if", "else"},     {"for", "else"}, {"while", "else"},
                                       {"try", "except"}, {"try", "finally"}, {"try", "else"}};

bool IsTernary(std::string_view keyword) {
  return std::any_of(std::begin(kTernaries), std::end(kTernaries),
                     [&](const auto& it) { return it.keyword == keyword; });
}

bool IsTernaryOf(std::string_view primary, std::string_view keyword) {
  return std::any_of(std::begin(kTernaries), std::end(kTernaries),
                     [&](const auto& it) { return it.primary == primary && it.keyword == keyword; });
}

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

Span Trimmed(const SourceFile& source, Span span) {
  const std::string_view text = source.Text(span);
  const std::string_view trimmed = Trim(text);
  if (trimmed.empty()) return {span.begin, span.begin};
  const auto begin = span.begin + static_cast<uint32_t>(trimmed.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(trimmed.size())};
}

/// A tag or control line that is not closed yet.
struct Frame {
  Span span;
  /// Of a tag.
  std::optional<MakoTag> tag;
  /// Of a control line.
  MakoControl control;
  /// Of the template and of tags; a control line collects in its last clause.
  MakoNodes nodes;

  bool is_control() const { return !control.clauses.empty(); }
  MakoNodes& Body() { return is_control() ? control.clauses.back().body : nodes; }
};

class MakoParser {
 public:
  explicit MakoParser(SourcePtr source)
      : source_(python::DecodeSource(std::move(source))), text_(source_->text()), frames_(1) {
    template_.source = source_;
  }

  MakoTemplate Parse() {
    SkipEncodingLine();
    while (position_ < text_.size()) ParseNext();
    if (frames_.size() > 1) throw Unclosed(frames_.back());
    template_.nodes = std::move(frames_.back().nodes);
    return std::move(template_);
  }

 private:
  // ---- finding what comes next

  void ParseNext() {
    if (At("${")) return ParseExpression();
    if (AtLineStart() && ParseLine()) return;
    if (At("<%doc>")) return SkipDocumentation();
    if (At("</%") && ParseTagEnd()) return;
    if (At("<%") && ParseTag()) return;
    if (At("<%")) return ParsePythonBlock();
    ParseText();
  }

  bool At(std::string_view what) const { return text_.substr(position_, what.size()) == what; }
  bool AtLineStart() const { return position_ == 0 || text_[position_ - 1] == '\n'; }

  Span SpanFrom(size_t begin) const { return {static_cast<uint32_t>(begin), static_cast<uint32_t>(position_)}; }

  /// As Mako does, a first line that names the encoding is no part of the output.
  void SkipEncodingLine() {
    const std::string_view line = text_.substr(0, text_.find('\n'));
    if (line.empty() || line[0] != '#' || line.size() == text_.size()) return;
    const size_t coding = line.find("coding");
    const bool declares = coding != std::string_view::npos && coding + 6 < line.size() &&
                          (line[coding + 6] == ':' || line[coding + 6] == '=');
    if (declares) position_ = line.size() + 1;
  }

  void SkipLineEnd() {
    if (At("\r\n")) ++position_;
    if (position_ < text_.size()) ++position_;
  }

  /// Control and comment lines, and the escape "%%". False when the line begins with text.
  bool ParseLine() {
    const size_t begin = position_;
    size_t first = position_;
    while (first < text_.size() && IsBlank(text_[first])) ++first;
    const std::string_view two = text_.substr(first, 2);
    if (two == "%%") {
      AddText(begin, std::string(text_.substr(begin, first - begin)) + "%");
      position_ = first + 2;
      while (At("%")) ParseOneByte();
      return true;
    }
    if (two.substr(0, 1) != "%" && two != "##") return false;
    position_ = first + (two == "##" ? 2 : 1);
    const Span line = ReadJoinedLine();
    if (two != "##") ParseControlLine(line);
    return true;
  }

  void ParseOneByte() {
    AddText(position_, std::string(1, text_[position_]));
    ++position_;
  }

  /// To the end of the line, over joined ones.
  Span ReadJoinedLine() {
    while (position_ < text_.size() && IsBlank(text_[position_])) ++position_;
    const size_t begin = position_;
    while (position_ < text_.size() && text_[position_] != '\n' && text_[position_] != '\r') {
      position_ += At("\\\r\n") ? 3 : At("\\\n") ? 2 : 1;
    }
    position_ = std::min(position_, text_.size());
    const Span line = SpanFrom(begin);
    SkipLineEnd();
    return line;
  }

  // ---- control lines

  void ParseControlLine(Span line) {
    PythonCursor cursor(text_.substr(0, line.end), line.begin);
    const std::string_view word = cursor.ReadName();
    if (word.empty()) throw Syntax(line, fmt::format("Invalid control line: '{}'", Text(line)));
    if (word.size() > 3 && word.substr(0, 3) == "end") return EndControl(line, std::string(word.substr(3)));
    CheckFragment(line);
    if (Contains(kPrimary, word)) {
      frames_.push_back({.span = line, .tag = {}, .control = {}, .nodes = {}});
    } else if (!IsTernary(word)) {
      throw Compile(line, fmt::format("Unsupported control keyword: '{}'", word));
    } else if (!frames_.back().is_control()) {
      throw Syntax(line, fmt::format("Keyword '{}' without a control line that it belongs to", word));
    } else if (const std::string& primary = frames_.back().control.clauses.front().keyword;
               !IsTernaryOf(primary, word)) {
      throw Syntax(line, fmt::format("Keyword '{}' not a legal ternary for keyword '{}'", word, primary));
    }
    frames_.back().control.clauses.push_back({.keyword = std::string(word), .line = line, .body = {}});
  }

  /// The line must end in a colon, but for a comment.
  void CheckFragment(Span line) const {
    char last = '\0';
    for (PythonCursor cursor(text_.substr(0, line.end), line.begin); !cursor.AtEnd();) {
      if (cursor.Peek() == '#') break;
      if (Trim(text_.substr(cursor.position(), 1)).empty()) {
        cursor.Advance();
      } else {
        last = cursor.Peek();
        cursor.SkipToken();
      }
    }
    if (last != ':') throw Compile(line, fmt::format("Fragment '{}' is not a partial control statement", Text(line)));
  }

  void EndControl(Span line, const std::string& keyword) {
    const auto open = std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& it) { return it.is_control(); });
    if (open == frames_.rend()) {
      throw Syntax(line, fmt::format("No starting keyword '{}' for '{}'", keyword, Text(line)));
    }
    const std::string& opened = open->control.clauses.front().keyword;
    if (opened != keyword) {
      throw Syntax(line, fmt::format("Keyword '{}' doesn't match keyword '{}'", Text(line), opened));
    }
    if (!frames_.back().is_control()) throw Unclosed(frames_.back());
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    Add(frame.span, std::move(frame.control));
  }

  // ---- expressions and Python

  void ParseExpression() {
    const size_t begin = position_;
    position_ += 2;
    MakoExpression expression{.code = ReadCode("|}", begin), .filters = {}};
    while (text_[position_] != '}') {
      ++position_;
      const Span filter = ReadCode(",}", begin);
      if (filter.end > filter.begin) expression.filters.push_back(filter);
    }
    ++position_;
    Add(SpanFrom(begin), std::move(expression));
  }

  /// Python up to one of the closing bytes outside of brackets and strings.
  Span ReadCode(std::string_view closing, size_t begin) {
    const size_t code = position_;
    PythonCursor cursor(text_, position_);
    while (!cursor.AtEnd() && closing.find(cursor.Peek()) == std::string_view::npos) {
      if (cursor.Peek() == ')' || cursor.Peek() == ']') throw Unmatched(cursor.position());
      if (cursor.Peek() == '#') {
        cursor.SkipComment();
      } else {
        cursor.SkipToken();
      }
    }
    if (cursor.AtEnd()) throw Syntax(OpeningAt(begin), "Expected: \\|,}");
    position_ = cursor.position();
    return closing[0] == '|' ? SpanFrom(code) : Trimmed(*source_, SpanFrom(code));
  }

  void ParsePythonBlock() {
    const size_t begin = position_;
    const bool at_module_level = At("<%!");
    position_ += at_module_level ? 3 : 2;
    const size_t code = position_;
    PythonCursor cursor(text_, position_);
    while (!cursor.AtEnd() && text_.substr(cursor.position(), 2) != "%>") {
      if (cursor.Peek() == '#') {
        cursor.SkipComment();
      } else if (cursor.AtString()) {
        cursor.SkipString();
      } else {
        cursor.Advance();
      }
    }
    if (cursor.AtEnd()) throw Syntax(OpeningAt(begin), "Expected: %>");
    position_ = cursor.position();
    const Span span = SpanFrom(code);
    position_ += 2;
    Add(SpanFrom(begin), MakoPythonBlock{.code = span, .at_module_level = at_module_level});
  }

  // ---- tags

  void SkipDocumentation() {
    const size_t close = text_.find("</%doc>", position_);
    if (close == std::string_view::npos) throw Syntax(OpeningAt(position_), "Unclosed tag: <%doc>");
    position_ = close + 7;
  }

  bool ParseTag() {
    std::optional<MakoTag> tag = ReadMakoTag(*source_, position_);
    if (!tag) return false;
    CheckMakoTag(*source_, *tag);
    const Span span = tag->span;
    position_ = span.end;
    frames_.push_back({.span = span, .tag = std::move(tag), .control = {}, .nodes = {}});
    const MakoTag& open = *frames_.back().tag;
    if (open.is_closed) {
      CloseTag();
    } else if (open.name == "text") {
      ParseVerbatim();
    }
    return true;
  }

  void ParseVerbatim() {
    const size_t close = text_.find("</%text>", position_);
    if (close == std::string_view::npos) throw Unclosed(frames_.back());
    AddText(position_, std::string(text_.substr(position_, close - position_)));
    position_ = close + 8;
    CloseTag();
  }

  bool ParseTagEnd() {
    const size_t begin = position_;
    const size_t close = text_.find('>', begin);
    const std::string_view name =
        Trim(text_.substr(begin + 3, close == std::string_view::npos ? 0 : close - begin - 3));
    if (name.empty()) return false;
    position_ = close + 1;
    if (frames_.back().is_control()) throw Unclosed(frames_.back());
    if (frames_.size() == 1) {
      throw Syntax(SpanFrom(begin), fmt::format("Closing tag without opening tag: </%{}>", name));
    }
    const std::string& opened = frames_.back().tag->name;
    if (opened != name) {
      throw Syntax(SpanFrom(begin), fmt::format("Closing tag </%{}> does not match tag: <%{}>", name, opened));
    }
    CloseTag();
    return true;
  }

  void CloseTag() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    const MakoTag& tag = *frame.tag;
    const Span span = {frame.span.begin, static_cast<uint32_t>(position_)};
    if (tag.name == "def") return Add(span, MakeDef(tag, std::move(frame.nodes)));
    if (tag.name == "block") return Add(span, MakeBlock(tag, std::move(frame.nodes)));
    if (tag.name == "text") return Add(span, MakeVerbatim(tag, frame.nodes));
    ReadPage(tag, std::move(frame.nodes));
  }

  MakoDef MakeDef(const MakoTag& tag, MakoNodes body) const {
    const Span declaration = *tag.Find("name");
    PythonCursor cursor(text_.substr(0, declaration.end), declaration.begin);
    MakoDef def{.function = std::string(cursor.ReadName()),
                .parameters = {},
                .filters = Filters(tag, "filter"),
                .is_buffered = Flag(tag, "buffered"),
                .body = std::move(body)};
    cursor.SkipBlanks();
    if (def.function.empty() || cursor.Peek() != '(') throw Compile(tag.span, "Missing parenthesis in %def");
    def.parameters.begin = static_cast<uint32_t>(cursor.position() + 1);
    cursor.SkipBrackets();
    if (cursor.broken())
      throw Compile(declaration, fmt::format("Code 'def {}:pass' is not a function declaration", Text(declaration)));
    def.parameters.end = static_cast<uint32_t>(cursor.position() - 1);
    return def;
  }

  MakoBlock MakeBlock(const MakoTag& tag, MakoNodes body) const {
    MakoBlock block{.name = "", .filters = Filters(tag, "filter"), .body = std::move(body)};
    if (const Span* name = tag.Find("name")) {
      block.name = std::string(Text(*name));
      if (!std::all_of(block.name.begin(), block.name.end(), IsNameByte)) {
        throw Compile(*name, "%block may not specify an argument signature");
      }
    }
    return block;
  }

  MakoVerbatim MakeVerbatim(const MakoTag& tag, const MakoNodes& nodes) const {
    MakoVerbatim verbatim{.text = "", .filters = Filters(tag, "filter")};
    for (const MakoNode& node : nodes) verbatim.text += std::get<MakoText>(node.value).text;
    return verbatim;
  }

  /// What stands inside of <%page> is part of the template.
  void ReadPage(const MakoTag& tag, MakoNodes nodes) {
    template_.page_filters = Filters(tag, "expression_filter");
    for (const Span argument : Items(tag, "args")) {
      PythonCursor cursor(text_.substr(0, argument.end), argument.begin);
      MakoPageArgument page_argument{.name = std::string(cursor.ReadName()), .default_value = {}};
      cursor.SkipBlanks();
      const bool has_default = cursor.Peek() == '=';
      if (page_argument.name.empty() || (!has_default && !cursor.AtEnd())) {
        throw Compile(argument, fmt::format("page argument '{}' is not a name or \"name=default\"", Text(argument)));
      }
      if (has_default) page_argument.default_value = Span{static_cast<uint32_t>(cursor.position() + 1), argument.end};
      template_.page_arguments.push_back(std::move(page_argument));
    }
    for (MakoNode& node : nodes) frames_.back().Body().push_back(std::move(node));
  }

  std::vector<MakoCode> Filters(const MakoTag& tag, const char* key) const { return Items(tag, key); }

  bool Flag(const MakoTag& tag, const char* key) const {
    const Span* value = tag.Find(key);
    return value != nullptr && Trim(Text(*value)) == "True";
  }

  /// The value's parts between commas.
  std::vector<Span> Items(const MakoTag& tag, const char* key) const {
    const Span* value = tag.Find(key);
    if (value == nullptr) return {};
    std::vector<Span> items;
    uint32_t begin = value->begin;
    for (PythonCursor cursor(text_.substr(0, value->end), begin);; cursor.SkipToken()) {
      if (!cursor.AtEnd() && cursor.Peek() != ',') continue;
      const Span item =
          Trimmed(*source_, {begin, static_cast<uint32_t>(std::min<size_t>(cursor.position(), value->end))});
      if (item.end > item.begin) items.push_back(item);
      if (cursor.AtEnd()) return items;
      begin = static_cast<uint32_t>(cursor.position() + 1);
    }
  }

  // ---- text

  void ParseText() {
    const size_t begin = position_;
    std::string text;
    do {
      if (At("\\\n") || At("\\\r\n")) {
        position_ += At("\\\n") ? 2 : 3;
        break;
      }
      text += text_[position_++];
    } while (position_ < text_.size() && !AtMarkup());
    AddText(begin, text);
  }

  bool AtMarkup() const {
    const char c = text_[position_];
    if (c == '$') return At("${");
    if (c == '<') return At("<%") || At("</%");
    return AtLineStart() && AtLineMarkup();
  }

  bool AtLineMarkup() const {
    const size_t first = std::min(text_.find_first_not_of(" \t", position_), text_.size());
    return text_.substr(first, 1) == "%" || text_.substr(first, 2) == "##";
  }

  // ---- building

  template <typename Value>
  void Add(Span span, Value value) {
    frames_.back().Body().push_back({.span = span, .value = std::move(value)});
  }

  /// Neighbouring texts become one.
  void AddText(size_t begin, const std::string& text) {
    if (text.empty()) return;
    MakoNodes& nodes = frames_.back().Body();
    MakoText* last = nodes.empty() ? nullptr : std::get_if<MakoText>(&nodes.back().value);
    if (last != nullptr) {
      last->text += text;
    } else {
      Add(SpanFrom(begin), MakoText{text});
    }
  }

  // ---- errors

  std::string_view Text(Span span) const { return source_->Text(span); }
  Span OpeningAt(size_t begin) const { return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + 2)}; }
  Error Syntax(Span span, const std::string& message) const { return MakoSyntaxError(*source_, span, message); }
  Error Compile(Span span, const std::string& message) const { return MakoCompileError(*source_, span, message); }

  Error Unmatched(size_t position) const {
    const auto at = static_cast<uint32_t>(position);
    return Syntax({at, at + 1}, fmt::format("unmatched '{}'", text_[position]));
  }

  Error Unclosed(const Frame& frame) const {
    if (frame.tag) return Syntax(frame.span, fmt::format("Unclosed tag: <%{}>", frame.tag->name));
    return Syntax(frame.span, fmt::format("Unterminated control keyword: '{}'", frame.control.clauses.front().keyword));
  }

  SourcePtr source_;
  std::string_view text_;
  size_t position_ = 0;
  /// The first is the template itself.
  std::vector<Frame> frames_;
  MakoTemplate template_;
};

}  // namespace

MakoTemplate ParseMako(SourcePtr source) {
  return MakoParser(std::move(source)).Parse();
}

}  // namespace limbeck::project
