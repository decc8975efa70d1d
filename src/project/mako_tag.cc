#include "project/mako_tag.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "project/python_cursor.h"

namespace limbeck::project {
namespace {

/// Attributes of a tag: those that are known, and of these the ones that Limbeck has no use for.
struct TagEntry {
  const char* name;
  std::vector<const char*> attributes;
  std::vector<const char*> refused;
  const char* required;
};

const std::vector<TagEntry>& TagEntries() {
  static const std::vector<TagEntry> entries = {
      {"def", {"name", "filter", "buffered"}, {"decorator", "cached"}, "name"},
      {"block", {"name", "filter"}, {"decorator", "cached", "buffered", "args"}, nullptr},
      {"text", {"filter"}, {}, nullptr},
      {"page", {"args", "expression_filter", "enable_loop"}, {"cached"}, nullptr},
  };
  return entries;
}

constexpr const char* kRefusedTags[] = {"include", "inherit", "namespace", "call"};

template <typename Words>
bool Contains(const Words& words, const std::string& word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool IsTagNameByte(char c) {
  return IsNameByte(c) || c == '.' || c == ':';
}

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads a tag; any surprise means that it is none.
class TagReader {
 public:
  TagReader(const SourceFile& source, size_t position) : text_(source.text()), begin_(position), position_(position) {}

  std::optional<MakoTag> Read() {
    position_ += 2;
    const size_t name = position_;
    while (IsTagNameByte(Peek())) ++position_;
    tag_.name = std::string(text_.substr(name, position_ - name));
    if (tag_.name.empty()) return std::nullopt;
    for (SkipSpace(); IsNameByte(Peek()); SkipSpace()) {
      if (!ReadAttribute()) return std::nullopt;
    }
    tag_.is_closed = Peek() == '/';
    if (tag_.is_closed) ++position_;
    if (Peek() != '>') return std::nullopt;
    tag_.span = {static_cast<uint32_t>(begin_), static_cast<uint32_t>(position_ + 1)};
    return std::move(tag_);
  }

 private:
  bool ReadAttribute() {
    const size_t key = position_;
    while (IsNameByte(Peek())) ++position_;
    MakoTag::Attribute attribute{.key = std::string(text_.substr(key, position_ - key)), .value = {}};
    SkipSpace();
    if (Peek() != '=') return false;
    ++position_;
    SkipSpace();
    const char quote = Peek();
    if (quote != '"' && quote != '\'') return false;
    const size_t close = text_.find(quote, position_ + 1);
    if (close == std::string_view::npos) return false;
    attribute.value = {static_cast<uint32_t>(position_ + 1), static_cast<uint32_t>(close)};
    tag_.attributes.push_back(std::move(attribute));
    position_ = close + 1;
    return true;
  }

  /// A comma between attributes counts as space.
  void SkipSpace() {
    while (IsSpace(Peek()) || Peek() == ',') ++position_;
  }

  char Peek() const { return position_ < text_.size() ? text_[position_] : '\0'; }

  std::string_view text_;
  size_t begin_;
  size_t position_;
  MakoTag tag_;
};

Error Refusal(const SourceFile& source, Span span, const std::string& message) {
  return Error(ErrorKind::kUnsupported, message).At(source.PlaceOf(span));
}

void CheckAttribute(const SourceFile& source, const MakoTag& tag, const MakoTag::Attribute& attribute,
                    const TagEntry& entry) {
  if (Contains(entry.refused, attribute.key) || attribute.key.compare(0, 6, "cache_") == 0) {
    throw Refusal(source, attribute.value,
                  fmt::format("attribute '{}' of <%{}> is not supported", attribute.key, tag.name));
  }
  if (!Contains(entry.attributes, attribute.key)) {
    throw MakoCompileError(source, attribute.value,
                           fmt::format("Invalid attribute for tag '{}': '{}'", tag.name, attribute.key));
  }
  if (source.Text(attribute.value).find("${") != std::string_view::npos) {
    throw MakoCompileError(
        source, attribute.value,
        fmt::format("Attribute '{}' in tag '{}' does not allow embedded expressions", attribute.key, tag.name));
  }
}

}  // namespace

const Span* MakoTag::Find(const std::string& key) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& it) { return it.key == key; });
  return found == attributes.end() ? nullptr : &found->value;
}

std::optional<MakoTag> ReadMakoTag(const SourceFile& source, size_t position) {
  return TagReader(source, position).Read();
}

void CheckMakoTag(const SourceFile& source, const MakoTag& tag) {
  const bool is_refused = Contains(kRefusedTags, tag.name) || tag.name.find(':') != std::string::npos;
  if (is_refused) {
    throw Refusal(source, tag.span, fmt::format("the Mako tag <%{}> is not supported", tag.name))
        .Hint("a template of revisions stands alone");
  }
  const auto& entries = TagEntries();
  const auto entry =
      std::find_if(entries.begin(), entries.end(), [&](const TagEntry& it) { return it.name == tag.name; });
  if (entry == entries.end()) throw MakoCompileError(source, tag.span, fmt::format("No such tag: '{}'", tag.name));
  for (const MakoTag::Attribute& attribute : tag.attributes) CheckAttribute(source, tag, attribute, *entry);
  if (entry->required != nullptr && tag.Find(entry->required) == nullptr) {
    throw MakoCompileError(source, tag.span, fmt::format("Missing attribute(s): '{}'", entry->required));
  }
}

Error MakoSyntaxError(const SourceFile& source, Span span, const std::string& message) {
  return Error(ErrorKind::kConfig, message).ExceptionClass("mako.exceptions.SyntaxException").At(source.PlaceOf(span));
}

Error MakoCompileError(const SourceFile& source, Span span, const std::string& message) {
  return Error(ErrorKind::kConfig, message).ExceptionClass("mako.exceptions.CompileException").At(source.PlaceOf(span));
}

}  // namespace limbeck::project
