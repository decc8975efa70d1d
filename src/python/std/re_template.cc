#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "python/std/native_tools.h"
#include "python/std/re_objects.h"

// Replacement texts: \1, \g<1>, \g<name> and the escapes of strings.

namespace limbeck::python {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsOctal(char c) {
  return c >= '0' && c <= '7';
}

class TemplateReader {
 public:
  TemplateReader(std::string_view text, const Regex& regex, bool is_bytes)
      : text_(text), regex_(regex), is_bytes_(is_bytes) {}

  /// Appends literal text; the number of the group that follows it, or nothing at the end.
  std::optional<size_t> ReadPart(std::string& literal) {
    while (at_ < text_.size()) {
      const size_t backslash = std::min(text_.find('\\', at_), text_.size());
      literal += text_.substr(at_, backslash - at_);
      at_ = backslash;
      if (at_ == text_.size()) break;
      if (const std::optional<size_t> group = ReadEscape(literal)) return group;
    }
    return std::nullopt;
  }

 private:
  [[noreturn]] void Fail(std::string_view message, size_t at) const { RaiseRegexError(message, text_, at, is_bytes_); }
  char Peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  std::optional<size_t> ReadEscape(std::string& literal) {
    const size_t start = at_++;
    if (at_ == text_.size()) Fail("bad escape (end of pattern)", start);
    if (Peek() == 'g') return ReadNamed();
    if (IsDigit(Peek())) return ReadNumber(literal, start);
    constexpr std::string_view kLetters = "abfnrtv\\";
    constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\";
    const char c = text_[at_++];
    const size_t index = kLetters.find(c);
    if (index != std::string_view::npos) {
      literal += kMeanings[index];
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      Fail("bad escape \\" + std::string(1, c), start);
    } else {
      literal += text_.substr(start, 2);
    }
    return std::nullopt;
  }

  void AppendOctal(std::string& literal, size_t count, size_t start) {
    uint32_t number = 0;
    for (size_t i = 0; i < count && IsOctal(Peek()); ++i)
      number = number * 8 + static_cast<uint32_t>(text_[at_++] - '0');
    if (number > 0377) {
      Fail(fmt::format("octal escape value {} outside of range 0-0o377", text_.substr(start, at_ - start)), start);
    }
    if (is_bytes_) {
      literal += static_cast<char>(number);
    } else {
      AppendUtf8(literal, number);
    }
  }

  /// \0 and three octal digits are characters, other digits a group.
  std::optional<size_t> ReadNumber(std::string& literal, size_t start) {
    if (Peek() == '0' || (IsOctal(Peek()) && IsOctal(Peek(1)) && IsOctal(Peek(2)))) {
      AppendOctal(literal, 3, start);
      return std::nullopt;
    }
    size_t group = static_cast<size_t>(text_[at_++] - '0');
    if (IsDigit(Peek())) group = group * 10 + static_cast<size_t>(text_[at_++] - '0');
    return Checked(group, start + 1);
  }

  size_t Checked(size_t group, size_t at) const {
    if (group > regex_.groups()) Fail(fmt::format("invalid group reference {}", group), at);
    return group;
  }

  size_t ReadNamed() {
    ++at_;
    if (Peek() != '<') Fail("missing <", at_);
    const size_t start = ++at_;
    const size_t end = text_.find('>', at_);
    if (end == std::string_view::npos) {
      Fail(start == text_.size() ? "missing group name" : "missing >, unterminated name", start);
    }
    const std::string name(text_.substr(start, end - start));
    at_ = end + 1;
    if (name.empty()) Fail("missing group name", start);
    if (std::all_of(name.begin(), name.end(), IsDigit)) return Checked(std::stoull(name.substr(0, 9)), start);
    if (!IsGroupName(name)) Fail("bad character in group name " + PythonRepr(name), start);
    for (const auto& [known, group] : regex_.names()) {
      if (known == name) return group;
    }
    Raise(Exceptions().index_error, "unknown group name " + PythonRepr(name));
  }

  std::string_view text_;
  const Regex& regex_;
  bool is_bytes_;
  size_t at_ = 0;
};

}  // namespace

ReTemplate::ReTemplate(const Value& text, const Value& pattern) {
  const PatternState& state = *StateOf<PatternState>(pattern);
  const std::string_view written = SubjectText(pattern, text);
  TemplateReader reader(written, state.regex, state.is_bytes);
  for (bool more = true; more;) {
    Part part;
    const std::optional<size_t> group = reader.ReadPart(part.literal);
    more = part.has_group = group.has_value();
    part.group = group.value_or(0);
    parts_.push_back(std::move(part));
  }
}

std::string ReTemplate::Fill(std::string_view subject, const std::vector<Regex::Span>& spans) const {
  std::string filled;
  for (const Part& part : parts_) {
    filled += part.literal;
    if (!part.has_group || !spans[part.group].took_part()) continue;
    filled += subject.substr(spans[part.group].start, spans[part.group].end - spans[part.group].start);
  }
  return filled;
}

}  // namespace limbeck::python
