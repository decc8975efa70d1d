#include "python/types/format_spec.h"

#include <fmt/format.h>

#include <limits>

#include "base/utf8.h"
#include "python/script_error.h"
#include "python/types/str_text.h"

namespace limbeck::python {
namespace {

bool IsAlign(char c) {
  return c == '<' || c == '>' || c == '=' || c == '^';
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

[[noreturn]] void RaiseGrouping(char grouping, std::string_view type) {
  RaiseValueError(fmt::format("Cannot specify '{}' with '{}'.", grouping, type));
}

std::string CodeText(char32_t code) {
  return code > 0x20 && code < 0x80 ? std::string(1, static_cast<char>(code)) : fmt::format("\\x{:x}", uint32_t{code});
}

class Parser {
 public:
  Parser(std::string_view text, std::string_view type_name, bool is_number)
      : text_(text), type_name_(type_name), is_number_(is_number) {}

  FormatSpec Run() {
    ReadAlign();
    ReadFlags();
    spec_.width = ReadCount();
    ReadGrouping();
    if (Take('.')) {
      spec_.precision = ReadCount();
      if (spec_.precision == FormatSpec::kNone) RaiseValueError("Format specifier missing precision");
    }
    ReadType();
    if (spec_.grouping != 0) CheckGrouping();
    return spec_;
  }

 private:
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool Take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void ReadAlign() {
    if (text_.empty()) return;
    size_t after_fill = 0;
    const char32_t fill = NextCodePoint(text_, after_fill);
    if (after_fill < text_.size() && IsAlign(text_[after_fill])) {
      spec_.fill = fill;
      has_fill_ = true;
      at_ = after_fill;
    }
    if (IsAlign(Peek())) spec_.align = text_[at_++];
  }

  void ReadFlags() {
    if (Peek() == '+' || Peek() == '-' || Peek() == ' ') spec_.sign = text_[at_++];
    spec_.no_negative_zero = Take('z');
    spec_.alternate = Take('#');
    if (has_fill_ || Peek() != '0') return;
    spec_.fill = '0';
    if (spec_.align == 0 && is_number_) spec_.align = '=';
    ++at_;
  }

  int64_t ReadCount() {
    if (!IsDigit(Peek())) return FormatSpec::kNone;
    int64_t count = 0;
    for (; IsDigit(Peek()); ++at_) {
      if (count > (std::numeric_limits<int64_t>::max() - 9) / 10) {
        RaiseValueError("Too many decimal digits in format string");
      }
      count = count * 10 + (text_[at_] - '0');
    }
    return count;
  }

  void ReadGrouping() {
    if (Peek() != ',' && Peek() != '_') return;
    spec_.grouping = text_[at_++];
    if (Peek() != ',' && Peek() != '_') return;
    if (Peek() != spec_.grouping) RaiseValueError("Cannot specify both ',' and '_'.");
    RaiseGrouping(spec_.grouping, std::string_view(&spec_.grouping, 1));
  }

  void ReadType() {
    if (at_ >= text_.size()) return;
    spec_.type = NextCodePoint(text_, at_);
    if (at_ == text_.size()) return;
    RaiseValueError(fmt::format("Invalid format specifier '{}' for object of type '{}'", text_, type_name_));
  }

  void CheckGrouping() const {
    constexpr std::string_view kDecimal = "defgEG%F";
    constexpr std::string_view kBinary = "boxX";
    const auto is_of = [this](std::string_view types) {
      return spec_.type < 0x80 && types.find(static_cast<char>(spec_.type)) != std::string_view::npos;
    };
    if (spec_.type == 0 || is_of(kDecimal) || (spec_.grouping == '_' && is_of(kBinary))) return;
    RaiseGrouping(spec_.grouping, CodeText(spec_.type));
  }

  std::string_view text_;
  std::string_view type_name_;
  bool is_number_;
  bool has_fill_ = false;
  size_t at_ = 0;
  FormatSpec spec_;
};

}  // namespace

FormatSpec ParseFormatSpec(std::string_view text, std::string_view type_name, bool is_number) {
  return Parser(text, type_name, is_number).Run();
}

std::string Padded(const FormatSpec& spec, std::string_view text, size_t length, char default_align) {
  if (spec.width <= static_cast<int64_t>(length)) return std::string(text);
  const size_t missing = static_cast<size_t>(spec.width) - length;
  if (missing > (uint64_t{1} << 31)) Raise(Exceptions().memory_error, "");
  const char align = spec.align == 0 ? default_align : spec.align;
  const size_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
  std::string padded;
  for (size_t i = 0; i < left; ++i) AppendUtf8(padded, spec.fill);
  padded += text;
  for (size_t i = left; i < missing; ++i) AppendUtf8(padded, spec.fill);
  return padded;
}

void RaiseUnknownFormatCode(char32_t code, std::string_view type_name) {
  RaiseValueError(fmt::format("Unknown format code '{}' for object of type '{}'", CodeText(code), type_name));
}

std::string FormatStr(std::string_view text, std::string_view spec_text, std::string_view type_name) {
  const FormatSpec spec = ParseFormatSpec(spec_text, type_name, false);
  if (spec.type != 0 && spec.type != 's') RaiseUnknownFormatCode(spec.type, type_name);
  if (spec.grouping != 0) RaiseGrouping(spec.grouping, "s");
  if (spec.sign != 0) {
    RaiseValueError(spec.sign == ' ' ? "Space not allowed in string format specifier"
                                     : "Sign not allowed in string format specifier");
  }
  if (spec.no_negative_zero) {
    RaiseValueError("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) RaiseValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') RaiseValueError("'=' alignment not allowed in string format specifier");
  size_t end = text.size();
  if (spec.precision != FormatSpec::kNone && static_cast<size_t>(spec.precision) < text.size()) {
    end = 0;
    for (int64_t i = 0; i < spec.precision && end < text.size(); ++i) end += CodePointLength(text, end);
  }
  const std::string_view shown = text.substr(0, end);
  return Padded(spec, shown, CountCodePoints(shown), '<');
}

}  // namespace limbeck::python
