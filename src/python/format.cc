#include "python/format.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/interpreter.h"

namespace limbeck::python {
namespace {

/// [[fill]align][sign][#][0][width][grouping][.precision][type]
struct Specification {
  std::string fill = " ";
  char align = 0;
  char sign = '-';
  bool alternate = false;
  size_t width = 0;
  char grouping = 0;
  int precision = -1;
  char type = 0;
};

bool IsAlign(char c) {
  return c == '<' || c == '>' || c == '=' || c == '^';
}

size_t TakeNumber(std::string_view& text) {
  size_t number = 0;
  while (!text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0) {
    number = number * 10 + static_cast<size_t>(text.front() - '0');
    text.remove_prefix(1);
  }
  return number;
}

bool Take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

Specification Parse(std::string_view text) {
  Specification parsed;
  const size_t first = text.empty() ? 0 : Utf8Length(text, 0);
  if (text.size() > first && IsAlign(text[first])) {
    parsed.fill = std::string(text.substr(0, first));
    parsed.align = text[first];
    text.remove_prefix(first + 1);
  } else if (!text.empty() && IsAlign(text.front())) {
    parsed.align = text.front();
    text.remove_prefix(1);
  }
  if (!text.empty() && (text.front() == '+' || text.front() == '-' || text.front() == ' ')) {
    parsed.sign = text.front();
    text.remove_prefix(1);
  }
  parsed.alternate = Take(text, '#');
  if (Take(text, '0') && parsed.align == 0) {
    parsed.fill = "0";
    parsed.align = '=';
  }
  parsed.width = TakeNumber(text);
  if (!text.empty() && (text.front() == ',' || text.front() == '_')) {
    parsed.grouping = text.front();
    text.remove_prefix(1);
  }
  if (Take(text, '.')) parsed.precision = static_cast<int>(TakeNumber(text));
  if (text.size() > 1) RaiseValueError("Invalid format specifier");
  if (!text.empty()) parsed.type = text.front();
  return parsed;
}

std::string Repeat(const std::string& text, size_t count) {
  std::string repeated;
  for (size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

/// `sign` stands before the fill when the alignment is '='.
std::string Pad(const std::string& sign, const std::string& body, const Specification& given, char default_align) {
  const size_t length = Utf8Count(sign) + Utf8Count(body);
  if (length >= given.width) return sign + body;
  const size_t missing = given.width - length;
  switch (given.align == 0 ? default_align : given.align) {
    case '>':
      return Repeat(given.fill, missing) + sign + body;
    case '^':
      return Repeat(given.fill, missing / 2) + sign + body + Repeat(given.fill, missing - missing / 2);
    case '=':
      return sign + Repeat(given.fill, missing) + body;
    default:
      return sign + body + Repeat(given.fill, missing);
  }
}

std::string SignText(bool negative, char sign) {
  if (negative) return "-";
  return sign == '-' ? "" : std::string(1, sign);
}

/// "1234567" -> "1,234,567"
std::string Group(const std::string& digits, char separator, size_t size) {
  if (separator == 0) return digits;
  const size_t whole = std::min(digits.find_first_not_of("0123456789abcdefABCDEF"), digits.size());
  std::string grouped;
  for (size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % size == 0) grouped += separator;
    grouped += digits[i];
  }
  return grouped + digits.substr(whole);
}

std::string Chars(double number, std::chars_format format, int precision) {
  char text[512];
  const auto end = precision < 0 ? std::to_chars(text, text + sizeof text, number, format)
                                 : std::to_chars(text, text + sizeof text, number, format, precision);
  return {text, end.ptr};
}

std::string WithoutTrailingZeros(std::string text) {
  const size_t exponent = std::min(text.find('e'), text.size());
  if (text.substr(0, exponent).find('.') == std::string::npos) return text;
  size_t end = exponent;
  while (end > 0 && text[end - 1] == '0') --end;
  if (end > 0 && text[end - 1] == '.') --end;
  return text.substr(0, end) + text.substr(exponent);
}

/// %g: the shorter of fixed and exponent form, with `precision` significant digits.
std::string General(double number, int precision, bool alternate) {
  const int digits = precision == 0 ? 1 : precision;
  const std::string exponent_form = Chars(number, std::chars_format::scientific, digits - 1);
  const size_t e = exponent_form.find('e');
  const int exponent = e == std::string::npos ? 0 : std::stoi(exponent_form.substr(e + 1));
  const std::string text = exponent < -4 || exponent >= digits
                               ? exponent_form
                               : Chars(number, std::chars_format::fixed, digits - 1 - exponent);
  return alternate ? text : WithoutTrailingZeros(text);
}

std::string FloatDigits(double number, const Specification& given) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return "inf";
  const int precision = given.precision < 0 ? 6 : given.precision;
  switch (given.type) {
    case 'e':
    case 'E':
      return Chars(number, std::chars_format::scientific, precision);
    case 'f':
    case 'F':
      return Chars(number, std::chars_format::fixed, precision);
    case '%':
      return Chars(number * 100, std::chars_format::fixed, precision) + "%";
    case 'g':
    case 'G':
    case 'n':
      return General(number, precision, given.alternate);
    case 0:
      return given.precision < 0 ? FloatRepr(number) : General(number, given.precision, given.alternate);
    default:
      RaiseValueError(fmt::format("Unknown format code '{}' for object of type 'float'", given.type));
  }
}

std::string Upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

std::string FloatRepr(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  const std::string shortest = Chars(number, std::chars_format::scientific, -1);
  const int exponent = std::stoi(shortest.substr(shortest.find('e') + 1));
  if (exponent < -4 || exponent >= 16) return shortest;
  const std::string fixed = Chars(number, std::chars_format::fixed, -1);
  return fixed.find('.') == std::string::npos ? fixed + ".0" : fixed;
}

std::string FormatText(std::string_view text, std::string_view specification) {
  const Specification given = Parse(specification);
  if (given.type != 0 && given.type != 's') {
    RaiseValueError(fmt::format("Unknown format code '{}' for object of type 'str'", given.type));
  }
  if (given.align == '=') RaiseValueError("'=' alignment not allowed in string format specifier");
  std::string body(text);
  if (given.precision >= 0) {
    size_t end = 0;
    for (int i = 0; i < given.precision && end < body.size(); ++i) end += Utf8Length(body, end);
    body.resize(end);
  }
  return Pad("", body, given, '<');
}

std::string FormatInteger(const Value& number, std::string_view specification) {
  const Specification given = Parse(specification);
  if (given.type == 'c') {
    std::string character;
    AppendUtf8(character, static_cast<char32_t>(SmallInteger(number).value_or(0)));
    return Pad("", character, given, '<');
  }
  const bool as_float = given.type != 0 && std::string_view("eEfFgG%").find(given.type) != std::string_view::npos;
  if (as_float) return FormatFloat(AsDouble(number).value_or(0), specification);
  const int base = given.type == 'x' || given.type == 'X' ? 16 : given.type == 'o' ? 8 : given.type == 'b' ? 2 : 10;
  if (base == 10 && given.type != 0 && given.type != 'd' && given.type != 'n') {
    RaiseValueError(fmt::format("Unknown format code '{}' for object of type 'int'", given.type));
  }
  std::string digits = IntegerText(number, base);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  std::string prefix = given.alternate && base != 10 ? std::string("0") + given.type : "";
  digits = Group(digits, given.grouping, base == 10 ? 3 : 4);
  return Pad(SignText(negative, given.sign) + prefix, given.type == 'X' ? Upper(digits) : digits, given, '>');
}

std::string FormatFloat(double number, std::string_view specification) {
  const Specification given = Parse(specification);
  const bool negative = std::signbit(number) && !std::isnan(number);
  std::string digits = Group(FloatDigits(std::fabs(number), given), given.grouping, 3);
  if (given.type == 'E' || given.type == 'F' || given.type == 'G') digits = Upper(digits);
  return Pad(SignText(negative, given.sign), digits, given, '>');
}

std::string FormatNumber(bool negative, std::string_view specification,
                         const std::function<std::string(char type, int precision)>& digits) {
  const Specification given = Parse(specification);
  return Pad(SignText(negative, given.sign), Group(digits(given.type, given.precision), given.grouping, 3), given, '>');
}

// ------------------------------------------------------------------------------------------ %

namespace {

/// Hands out the values of a % formatting, by position or by key.
class PercentValues {
 public:
  PercentValues(Interpreter& interpreter, const Value& values) : interpreter_(interpreter), values_(values) {
    if (const auto* tuple = Cast<TupleObject>(values))
      items_ = tuple->items;
    else
      items_ = {values};
  }

  Value Next() {
    if (next_ >= items_.size()) RaiseTypeError("not enough arguments for format string");
    return items_[next_++];
  }
  Value ByKey(const std::string& key) {
    used_key_ = true;
    return interpreter_.GetItem(values_, MakeStr(key));
  }
  void Finish() {
    const bool may_be_unused = used_key_ || Cast<DictObject>(values_) != nullptr;
    if (next_ < items_.size() && !may_be_unused) RaiseTypeError("not all arguments converted during string formatting");
  }

 private:
  Interpreter& interpreter_;
  const Value& values_;
  std::vector<Value> items_;
  size_t next_ = 0;
  bool used_key_ = false;
};

/// "-5.3" of %-5.3f as a format specification.
std::string PercentSpecification(const std::string& flags, const std::string& width, const std::string& precision,
                                 bool is_number) {
  const bool left = flags.find('-') != std::string::npos;
  const bool zero = is_number && !left && flags.find('0') != std::string::npos;
  std::string specification = left ? "<" : zero ? "0=" : ">";
  if (is_number && flags.find('+') != std::string::npos)
    specification += '+';
  else if (is_number && flags.find(' ') != std::string::npos)
    specification += ' ';
  if (flags.find('#') != std::string::npos) specification += '#';
  specification += width;
  if (!precision.empty()) specification += precision;
  return specification;
}

std::string FormatOnePercent(Interpreter& interpreter, char conversion, const Value& value, const std::string& flags,
                             const std::string& width, const std::string& precision) {
  switch (conversion) {
    case 's':
      return FormatText(interpreter.Str(value), PercentSpecification(flags, width, precision, false));
    case 'r':
    case 'a':
      return FormatText(interpreter.Repr(value), PercentSpecification(flags, width, precision, false));
    case 'd':
    case 'i':
    case 'u':
      if (!AsDouble(value) && interpreter.FindAttribute(value, Symbol::Intern("__int__")).is_empty())
        RaiseTypeError(fmt::format("%{} format: a real number is required, not {}", conversion, TypeName(value)));
      return FormatInteger(IsInteger(value) ? value : interpreter.Call(Value(Types().integer), {value}),
                           PercentSpecification(flags, width, "", true) + "d");
    case 'x':
    case 'X':
    case 'o':
      return FormatInteger(value, PercentSpecification(flags, width, "", true) + conversion);
    case 'c':
      return Cast<StrObject>(value) != nullptr ? interpreter.Str(value) : FormatInteger(value, "c");
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return FormatFloat(RealNumber(interpreter, value),
                         PercentSpecification(flags, width, precision, true) + conversion);
    default:
      RaiseValueError(
          fmt::format("unsupported format character '{}' (0x{:x})", conversion, static_cast<int>(conversion)));
  }
}

std::string TakeWhile(std::string_view format, size_t& at, std::string_view allowed) {
  const size_t end = std::min(format.find_first_not_of(allowed, at), format.size());
  std::string taken(format.substr(at, end - at));
  at = end;
  return taken;
}

/// A width or a precision: digits, or '*' for the next value.
std::string TakeCount(Interpreter& interpreter, std::string_view format, size_t& at, PercentValues& values) {
  if (at >= format.size() || format[at] != '*') return TakeWhile(format, at, "0123456789");
  ++at;
  return interpreter.Str(values.Next());
}

}  // namespace

std::string FormatPercent(Interpreter& interpreter, std::string_view format, const Value& given) {
  PercentValues values(interpreter, given);
  std::string out;
  for (size_t at = 0; at < format.size();) {
    const size_t percent = std::min(format.find('%', at), format.size());
    out += format.substr(at, percent - at);
    at = percent + 1;
    if (percent == format.size()) break;
    if (at >= format.size()) RaiseValueError("incomplete format");
    std::optional<std::string> key;
    if (format[at] == '(') {
      const size_t close = format.find(')', at);
      if (close == std::string_view::npos) RaiseValueError("incomplete format key");
      key = std::string(format.substr(at + 1, close - at - 1));
      at = close + 1;
    }
    const std::string flags = TakeWhile(format, at, "#0- +");
    const std::string width = TakeCount(interpreter, format, at, values);
    std::string precision;
    if (at < format.size() && format[at] == '.') precision = "." + TakeCount(interpreter, format, ++at, values);
    TakeWhile(format, at, "hlL");
    if (at >= format.size()) RaiseValueError("incomplete format");
    const char conversion = format[at++];
    if (conversion == '%') {
      out += '%';
      continue;
    }
    const Value value = key ? values.ByKey(*key) : values.Next();
    out += FormatOnePercent(interpreter, conversion, value, flags, width, precision == "." ? ".0" : precision);
  }
  values.Finish();
  return out;
}

// ------------------------------------------------------------------------------------------ str.format

namespace {

class BraceFormatter {
 public:
  BraceFormatter(Interpreter& interpreter, const std::vector<Value>& positional,
                 const std::vector<std::pair<Symbol, Value>>& keywords)
      : interpreter_(interpreter), positional_(positional), keywords_(keywords) {}

  std::string Format(std::string_view format) {
    std::string out;
    for (size_t at = 0; at < format.size();) {
      const char c = format[at];
      const bool doubled = at + 1 < format.size() && format[at + 1] == c;
      if ((c == '{' || c == '}') && doubled) {
        out += c;
        at += 2;
      } else if (c == '}') {
        RaiseValueError("Single '}' encountered in format string");
      } else if (c == '{') {
        const size_t end = FieldEnd(format, at + 1);
        out += Field(format.substr(at + 1, end - at - 1));
        at = end + 1;
      } else {
        out += c;
        ++at;
      }
    }
    return out;
  }

 private:
  /// The brace that closes a field; fields may stand in its specification.
  static size_t FieldEnd(std::string_view format, size_t begin) {
    int depth = 1;
    for (size_t at = begin; at < format.size(); ++at) {
      if (format[at] == '{') ++depth;
      if (format[at] == '}' && --depth == 0) return at;
    }
    RaiseValueError("expected '}' before end of string");
  }

  std::string Field(std::string_view field) {
    const size_t colon = FindOutsideBrackets(field, ':');
    const std::string_view head = field.substr(0, colon);
    const std::string specification = colon == std::string_view::npos ? "" : Format(field.substr(colon + 1));
    const size_t bang = FindOutsideBrackets(head, '!');
    const Value value = Lookup(head.substr(0, bang));
    if (bang == std::string_view::npos) return interpreter_.Format(value, specification);
    const std::string text = head.substr(bang + 1) == "s" ? interpreter_.Str(value) : interpreter_.Repr(value);
    return FormatText(text, specification);
  }

  static size_t FindOutsideBrackets(std::string_view text, char wanted) {
    bool inside = false;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '[') inside = true;
      if (text[i] == ']') inside = false;
      if (text[i] == wanted && !inside) return i;
    }
    return std::string_view::npos;
  }

  /// "0.name[key]"
  Value Lookup(std::string_view path) {
    size_t end = std::min(path.find_first_of(".["), path.size());
    Value value = First(std::string(path.substr(0, end)));
    while (end < path.size()) {
      const size_t begin = end + 1;
      if (path[end] == '.') {
        end = std::min(path.find_first_of(".[", begin), path.size());
        value = interpreter_.GetAttribute(value, Symbol::Intern(path.substr(begin, end - begin)));
      } else {
        const size_t close = std::min(path.find(']', begin), path.size());
        const std::string key(path.substr(begin, close - begin));
        const Value number = ParseInteger(key, 10);
        value = interpreter_.GetItem(value, number.is_empty() ? MakeStr(key) : number);
        end = std::min(close + 1, path.size());
      }
    }
    return value;
  }

  Value First(const std::string& name) {
    if (name.empty()) return Positional(next_++);
    const Value number = ParseInteger(name, 10);
    if (!number.is_empty()) return Positional(static_cast<size_t>(*SmallInteger(number)));
    for (const auto& [key, value] : keywords_) {
      if (key.text() == name) return value;
    }
    Raise(Exceptions().key_error, MakeStr(name));
  }

  Value Positional(size_t index) {
    if (index < positional_.size()) return positional_[index];
    Raise(Exceptions().index_error, fmt::format("Replacement index {} out of range for positional args tuple", index));
  }

  Interpreter& interpreter_;
  const std::vector<Value>& positional_;
  const std::vector<std::pair<Symbol, Value>>& keywords_;
  size_t next_ = 0;
};

}  // namespace

std::string FormatBraces(Interpreter& interpreter, std::string_view format, const std::vector<Value>& positional,
                         const std::vector<std::pair<Symbol, Value>>& keywords) {
  return BraceFormatter(interpreter, positional, keywords).Format(format);
}

}  // namespace limbeck::python
