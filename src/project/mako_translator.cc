// The module: the runtime of lib/mako/runtime.py, the template's module-level code, and one function for the body.
// Names are looked up at its start, functions and blocks are defined next, then comes a call of write() for each text
// and expression, between the template's own control lines.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/embedded_file.h"
#include "base/text.h"
#include "project/mako_names.h"
#include "project/mako_program.h"
#include "project/python_cursor.h"

namespace limbeck::project {
namespace {

struct FilterEntry {
  std::string_view name;
  const char* function;
};
constexpr FilterEntry kFilters[] = {{"h", "_mako_escape"},  {"x", "_mako_escape"}, {"u", "_mako_quote"},
                                    {"trim", "_mako_trim"}, {"str", "str"},        {"unicode", "str"}};

/// Names that the body itself gives to the template.
constexpr std::string_view kGivenNames[] = {"context", "loop",     "capture",   "self",
                                            "local",   "pageargs", "UNDEFINED", "STOP_RENDERING"};

std::string_view RuntimeText() {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.path == "mako/runtime.py") return file.text;
  }
  return {};
}

/// Python text that remembers where it came from.
class PythonWriter {
 public:
  std::string TakeText() { return std::move(text_); }
  std::vector<MakoProgram::Segment> TakeSegments() { return std::move(segments_); }

  void Indent() { ++level_; }
  void Dedent() { --level_; }

  /// Begins a line of our own that stands for a piece of the template.
  void Begin(Span origin) {
    Mark(origin, false);
    text_.append(static_cast<size_t>(level_) * 4, ' ');
  }
  void Add(std::string_view text) { text_ += text; }
  /// A piece of the template as it is; what follows is ours again.
  void Copy(const SourceFile& source, Span span) {
    Mark(span, true);
    text_ += source.Text(span);
    Mark(span, false);
  }
  void End() { text_ += '\n'; }

  void Line(Span origin, std::string_view text) {
    Begin(origin);
    Add(text);
    End();
  }

 private:
  void Mark(Span origin, bool verbatim) {
    segments_.push_back({.begin = static_cast<uint32_t>(text_.size()), .origin = origin, .verbatim = verbatim});
  }

  std::string text_;
  std::vector<MakoProgram::Segment> segments_;
  int level_ = 0;
};

/// Width of the white space that a line begins with, tabs to the next multiple of eight.
size_t IndentOf(std::string_view line) {
  size_t width = 0;
  for (const char c : line) {
    if (c == '\t') {
      width += 8 - width % 8;
    } else if (c == ' ' || c == '\f') {
      ++width;
    } else {
      break;
    }
  }
  return width;
}

/// Offsets at which lines begin in the middle of a string.
std::set<size_t> LinesInStrings(std::string_view code) {
  std::set<size_t> lines;
  for (PythonCursor cursor(code); !cursor.AtEnd();) {
    const size_t begin = cursor.position();
    if (cursor.Peek() == '#') {
      cursor.SkipComment();
    } else if (!cursor.AtString()) {
      if (cursor.ReadName().empty()) cursor.Advance();
    } else {
      cursor.SkipString();
      for (size_t end = code.find('\n', begin); end < cursor.position(); end = code.find('\n', end + 1)) {
        lines.insert(end + 1);
      }
    }
  }
  return lines;
}

class Translator {
 public:
  explicit Translator(const MakoTemplate& mako) : mako_(mako), source_(*mako.source), names_(NamesIn(mako)) {
    has_loop_ = names_.count("loop") > 0;
    for (const std::string_view name : kGivenNames) names_.erase(std::string(name));
  }

  MakoProgram Translate() {
    writer_.Add(RuntimeText());
    WriteBuiltins();
    WriteModuleCode(mako_.nodes);
    WriteTemplate();
    auto python = std::make_shared<SourceFile>(source_.path() + " (compiled)", writer_.TakeText());
    return {std::move(python), mako_.source, writer_.TakeSegments()};
  }

  // One for each kind of node.

  void operator()(const MakoText& text) { WriteText(text.text, {}); }
  void operator()(const MakoExpression& expression) { WriteExpression(expression); }
  void operator()(const MakoPythonBlock& block) {
    if (!block.at_module_level) WriteCode(block.code);
  }
  void operator()(const MakoControl& control) { WriteControl(control); }
  void operator()(const MakoDef&) {}  // written at the start of the function that it is in
  void operator()(const MakoBlock& block) { writer_.Line(span_, BlockName(block) + "()"); }
  void operator()(const MakoVerbatim& verbatim) { WriteText(verbatim.text, verbatim.filters); }

 private:
  // ---- the module

  void WriteBuiltins() {
    writer_.Add("\n\n_mako_builtins = {");
    for (const std::string& name : names_) {
      if (IsPythonBuiltin(name)) writer_.Add(fmt::format("\"{0}\": {0}, ", name));
    }
    writer_.Add("}\n\n");
  }

  void WriteModuleCode(const MakoNodes& nodes) {
    for (const MakoNode& node : nodes) {
      const auto* block = std::get_if<MakoPythonBlock>(&node.value);
      if (block != nullptr && block->at_module_level) WriteCode(block->code);
    }
  }

  void WriteTemplate() {
    writer_.Add("\n\ndef _mako_body(context):\n");
    writer_.Indent();
    writer_.Line({}, "_mako_write = context.write");
    writer_.Line({}, "def capture(*arguments, **keywords):");
    writer_.Line({}, "    return _mako_capture(context, *arguments, **keywords)");
    for (const std::string& name : names_) {
      writer_.Line({}, fmt::format("{0} = _mako_lookup(context, \"{0}\")", name));
    }
    for (const MakoPageArgument& argument : mako_.page_arguments) WritePageArgument(argument);
    WriteFunctions(mako_.nodes);
    WriteNamespace();
    WriteBody(mako_.nodes);
    writer_.Dedent();
  }

  void WritePageArgument(const MakoPageArgument& argument) {
    writer_.Begin({});
    writer_.Add(fmt::format("{0} = context[\"{0}\"]", argument.name));
    if (argument.default_value) {
      writer_.Add(fmt::format(" if \"{}\" in context else (", argument.name));
      writer_.Copy(source_, *argument.default_value);
      writer_.Add(")");
    }
    writer_.End();
  }

  void WriteNamespace() {
    std::string entries;
    for (const std::string& name : function_names_) entries += fmt::format("\"{0}\": {0}, ", name);
    writer_.Line({}, "self = local = _mako_Namespace({" + entries + "})");
  }

  // ---- functions and blocks

  /// Those in the nodes, but not those inside of them.
  void WriteFunctions(const MakoNodes& nodes) {
    for (const MakoNode& node : nodes) {
      if (const auto* control = std::get_if<MakoControl>(&node.value)) {
        for (const MakoClause& clause : control->clauses) WriteFunctions(clause.body);
      } else if (const auto* def = std::get_if<MakoDef>(&node.value)) {
        WriteFunction(node.span, def->function, def->parameters, def->filters, def->is_buffered, def->body);
      } else if (const auto* block = std::get_if<MakoBlock>(&node.value)) {
        WriteFunction(node.span, BlockName(*block), {}, block->filters, false, block->body);
      }
    }
  }

  void WriteFunction(Span span, const std::string& name, MakoCode parameters, const std::vector<MakoCode>& filters,
                     bool is_buffered, const MakoNodes& body) {
    if (++depth_ == 1) function_names_.push_back(name);
    const Span first{span.begin, span.begin + 2};
    writer_.Begin(first);
    writer_.Add(fmt::format("def {}(", name));
    writer_.Copy(source_, parameters);
    writer_.Add("):");
    writer_.End();
    writer_.Indent();
    const bool is_collected = is_buffered || !filters.empty();
    if (is_collected) {
      writer_.Line(first, "context._push_buffer()");
      writer_.Line(first, "try:");
      writer_.Indent();
    }
    WriteFunctions(body);
    WriteBody(body);
    if (is_collected) {
      writer_.Dedent();
      writer_.Line(first, "finally:");
      writer_.Line(first, "    _mako_text = context._pop_buffer()");
      writer_.Begin(first);
      writer_.Add(is_buffered ? "return " : "_mako_write(");
      WriteFiltered(filters, [&] { writer_.Add("_mako_text"); });
      writer_.Add(is_buffered ? "" : ")");
      writer_.End();
    }
    writer_.Line(first, "return \"\"");
    writer_.Dedent();
    --depth_;
  }

  /// Nameless blocks are told apart by their place in the tree.
  std::string BlockName(const MakoBlock& block) {
    if (!block.name.empty()) return block.name;
    const auto [found, is_new] = block_numbers_.emplace(&block, block_numbers_.size());
    return fmt::format("_mako_block_{}", found->second);
  }

  // ---- statements

  void WriteBody(const MakoNodes& nodes) {
    writer_.Line({}, has_loop_ && !in_control_ ? "loop = UNDEFINED" : "pass");
    for (const MakoNode& node : nodes) {
      span_ = node.span;
      std::visit(*this, node.value);
    }
  }

  void WriteText(const std::string& text, const std::vector<MakoCode>& filters) {
    writer_.Begin(span_);
    writer_.Add("_mako_write(");
    WriteFiltered(filters, [&] { writer_.Add(PythonRepr(text)); });
    writer_.Add(")");
    writer_.End();
  }

  void WriteExpression(const MakoExpression& expression) {
    std::vector<MakoCode> filters = expression.filters;
    if (!HasRawFilter(filters)) filters.insert(filters.begin(), mako_.page_filters.begin(), mako_.page_filters.end());
    const bool is_raw = HasRawFilter(filters);
    writer_.Begin(span_);
    writer_.Add("_mako_write(");
    WriteFiltered(filters, [&] {
      if (!is_raw) writer_.Add("str(");
      writer_.Copy(source_, expression.code);
      if (!is_raw) writer_.Add(")");
    });
    writer_.Add(")");
    writer_.End();
  }

  /// "n" turns off str() and the filters of <%page>.
  bool HasRawFilter(const std::vector<MakoCode>& filters) const {
    return std::any_of(filters.begin(), filters.end(), [&](const MakoCode& it) { return source_.Text(it) == "n"; });
  }

  /// The first filter is the innermost call.
  template <typename WriteValue>
  void WriteFiltered(const std::vector<MakoCode>& filters, const WriteValue& write_value) {
    size_t calls = 0;
    for (auto filter = filters.rbegin(); filter != filters.rend(); ++filter) {
      if (source_.Text(*filter) == "n") continue;
      WriteFilter(*filter);
      writer_.Add("(");
      ++calls;
    }
    write_value();
    writer_.Add(std::string(calls, ')'));
  }

  void WriteFilter(MakoCode filter) {
    const std::string_view text = source_.Text(filter);
    const std::string_view name = text.substr(0, text.find('('));
    const auto* known =
        std::find_if(std::begin(kFilters), std::end(kFilters), [&](const auto& it) { return it.name == name; });
    if (known != std::end(kFilters)) {
      writer_.Add(known->function);
      filter.begin += static_cast<uint32_t>(name.size());
      if (filter.end > filter.begin) writer_.Copy(source_, filter);
    } else if (name.substr(0, 7) == "decode.") {
      writer_.Add(fmt::format("_mako_decode({})", PythonRepr(name.substr(7))));
    } else if (name == "entity") {
      throw Error(ErrorKind::kUnsupported, "the Mako filter 'entity' is not supported").At(source_.PlaceOf(filter));
    } else {
      writer_.Copy(source_, filter);
    }
  }

  void WriteControl(const MakoControl& control) {
    const bool was_in_control = in_control_;
    in_control_ = true;
    const MakoClause& first = control.clauses.front();
    const bool has_loop = first.keyword == "for" && has_loop_ && MentionsLoop(source_, first.body);
    if (has_loop) {
      WriteLoop(control);
    } else {
      for (const MakoClause& clause : control.clauses) WriteClause(clause, clause.line);
    }
    in_control_ = was_in_control;
  }

  void WriteClause(const MakoClause& clause, MakoCode line) {
    writer_.Begin(clause.line);
    writer_.Copy(source_, line);
    writer_.End();
    WriteClauseBody(clause);
  }

  void WriteClauseBody(const MakoClause& clause) {
    writer_.Indent();
    WriteBody(clause.body);
    writer_.Dedent();
  }

  /// "for a in b:" becomes a loop over an object that counts, which `loop` names meanwhile.
  void WriteLoop(const MakoControl& control) {
    const MakoClause& clause = control.clauses.front();
    const LoopParts parts = SplitLoop(clause.line);
    writer_.Begin(clause.line);
    writer_.Add("loop = _mako_Loop((");
    writer_.Copy(source_, parts.items);
    writer_.Add("), loop)");
    writer_.End();
    writer_.Line(clause.line, "try:");
    writer_.Indent();
    writer_.Begin(clause.line);
    writer_.Add("for ");
    writer_.Copy(source_, parts.targets);
    writer_.Add(" in loop:");
    writer_.End();
    WriteClauseBody(clause);
    for (size_t i = 1; i < control.clauses.size(); ++i) WriteClause(control.clauses[i], control.clauses[i].line);
    writer_.Dedent();
    writer_.Line(clause.line, "finally:");
    writer_.Line(clause.line, "    loop = loop.parent");
  }

  struct LoopParts {
    Span targets;
    Span items;
  };

  LoopParts SplitLoop(Span line) const {
    PythonCursor cursor(source_.text().substr(0, line.end), line.begin);
    cursor.ReadName();
    LoopParts parts;
    parts.targets = {static_cast<uint32_t>(cursor.position()), line.end};
    while (!cursor.AtEnd() && cursor.Peek() != '#') {
      const auto begin = static_cast<uint32_t>(cursor.position());
      const bool is_in = parts.items.begin == 0 && cursor.PeekName() == "in";
      if (cursor.Peek() == ':') parts.items.end = begin;
      cursor.SkipToken();
      if (!is_in) continue;
      parts.targets.end = begin;
      parts.items.begin = static_cast<uint32_t>(cursor.position());
    }
    return parts;
  }

  /// A block of Python, moved to where we are: its first line of code says how far it stands to the right.
  void WriteCode(MakoCode code) {
    const std::string_view text = source_.Text(code);
    const std::set<size_t> in_strings = LinesInStrings(text);
    std::optional<size_t> margin;
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = TrimRight(text.substr(begin, end - begin));
      const auto offset = code.begin + static_cast<uint32_t>(begin);
      if (in_strings.count(begin) > 0) {
        writer_.Copy(source_, {offset, code.begin + static_cast<uint32_t>(end)});
        writer_.End();
      } else if (!line.empty()) {
        if (!margin && TrimLeft(line)[0] != '#') margin = IndentOf(line);
        WriteCodeLine(line, offset, margin.value_or(0));
      }
      begin = end + 1;
    }
  }

  void WriteCodeLine(std::string_view line, uint32_t offset, size_t margin) {
    const std::string_view code = TrimLeft(line);
    const auto begin = offset + static_cast<uint32_t>(line.size() - code.size());
    const Span span{begin, begin + static_cast<uint32_t>(code.size())};
    writer_.Begin(span);
    const size_t indent = IndentOf(line);
    writer_.Add(std::string(indent > margin ? indent - margin : 0, ' '));
    writer_.Copy(source_, span);
    writer_.End();
  }

  const MakoTemplate& mako_;
  const SourceFile& source_;
  /// Looked up at the start of the body.
  std::set<std::string> names_;
  bool has_loop_ = false;
  PythonWriter writer_;
  /// Of the node that is being written.
  Span span_;
  bool in_control_ = false;
  /// How many functions we are in.
  int depth_ = 0;
  std::vector<std::string> function_names_;
  std::map<const MakoBlock*, size_t> block_numbers_;
};

}  // namespace

MakoProgram TranslateMako(const MakoTemplate& mako) {
  return Translator(mako).Translate();
}

}  // namespace limbeck::project
