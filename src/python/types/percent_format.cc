#include "python/types/percent_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "base/utf8.h"
#include "python/integers.h"
#include "python/names.h"
#include "python/special_methods.h"
#include "python/types/bytes_text.h"
#include "python/types/float_text.h"
#include "python/types/numbers.h"
#include "python/types/sequences.h"
#include "python/types/str_text.h"
#include "python/types/text_parts.h"

namespace limbeck::python {
namespace {

/// One %[(key)][flags][width][.precision][l]code.
struct Conversion {
  bool left = false;
  bool plus = false;
  bool blank = false;
  bool alternate = false;
  bool zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  char32_t code = 0;
};

/// A number as it is shown: its width is made up by zeros between sign and digits, or by blanks.
struct NumberText {
  std::string sign;
  std::string prefix;
  std::string digits;
};

constexpr int64_t kMostWidth = int64_t{1} << 31;

class PercentFormatter {
 public:
  PercentFormatter(Interpreter& interpreter, std::string_view format, const Value& values, TextKind kind)
      : interpreter_(interpreter), format_(format), values_(values), kind_(kind) {
    const auto* tuple = Cast<TupleObject>(values);
    if (tuple != nullptr) {
      items_ = tuple->items;
    } else {
      items_ = std::span(&values, 1);
      is_mapping_ = Cast<StrObject>(values) == nullptr && TypeOf(values)->slots().get_item != nullptr;
    }
  }

  std::string Run() {
    while (at_ < format_.size()) {
      const size_t percent = std::min(format_.find('%', at_), format_.size());
      out_ += format_.substr(at_, percent - at_);
      at_ = percent + 1;
      if (percent < format_.size()) FormatNext();
    }
    if (next_ < items_.size() && !is_mapping_) {
      RaiseTypeError(kind_ == TextKind::kStr ? "not all arguments converted during string formatting"
                                             : "not all arguments converted during bytes formatting");
    }
    return std::move(out_);
  }

 private:
  char Peek() const {
    if (at_ >= format_.size()) RaiseValueError("incomplete format");
    return format_[at_];
  }

  Value NextItem() {
    if (next_ >= items_.size()) RaiseTypeError("not enough arguments for format string");
    return interpreter_.Resolve(items_[next_++]);
  }

  void FormatNext() {
    if (Peek() == '%') {
      ++at_;
      out_ += '%';
      return;
    }
    Value by_key;
    if (Peek() == '(') by_key = ReadKeyed();
    Conversion conversion = ReadFlags();
    conversion.width = ReadCount(&conversion);
    if (Peek() == '.') {
      ++at_;
      conversion.precision = std::max<int64_t>(ReadCount(nullptr), 0);
    }
    if (Peek() == 'h' || Peek() == 'l' || Peek() == 'L') ++at_;
    Peek();
    const size_t place = at_;
    conversion.code =
        kind_ == TextKind::kStr ? NextCodePoint(format_, at_) : static_cast<unsigned char>(format_[at_++]);
    out_ += Converted(conversion, by_key.is_empty() ? NextItem() : by_key, place);
  }

  /// (key): parentheses in it are counted. From now on the values are a mapping.
  Value ReadKeyed() {
    if (!is_mapping_) RaiseTypeError("format requires a mapping");
    const size_t begin = ++at_;
    for (int depth = 1; depth > 0; ++at_) {
      if (at_ >= format_.size()) RaiseValueError("incomplete format key");
      if (format_[at_] == '(') ++depth;
      if (format_[at_] == ')') --depth;
    }
    const std::string_view key = format_.substr(begin, at_ - 1 - begin);
    next_ = items_.size();
    const Value item = kind_ == TextKind::kStr ? MakeStr(key) : MakeBytes(std::string(key));
    return interpreter_.Resolve(interpreter_.GetItem(values_, item));
  }

  Conversion ReadFlags() {
    Conversion flags;
    for (;; ++at_) {
      switch (Peek()) {
        case '-':
          flags.left = true;
          break;
        case '+':
          flags.plus = true;
          break;
        case ' ':
          flags.blank = true;
          break;
        case '#':
          flags.alternate = true;
          break;
        case '0':
          flags.zero = true;
          break;
        default:
          return flags;
      }
    }
  }

  /// Digits, or '*' for the next value; -1 for none. A negative width (`of` a conversion) aligns to the left.
  int64_t ReadCount(Conversion* of) {
    if (Peek() == '*') {
      ++at_;
      const Value& item = NextItem();
      if (!IsInteger(item)) RaiseTypeError("* wants int");
      const int64_t count = ClampedInteger(item);
      if (of == nullptr || count >= 0) return CheckedCount(count, of);
      of->left = true;
      return CheckedCount(-std::max(count, -INT64_MAX), of);
    }
    int64_t count = -1;
    for (; at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9'; ++at_) {
      count = CheckedCount(std::max<int64_t>(count, 0) * 10 + (format_[at_] - '0'), of);
    }
    return count;
  }

  static int64_t CheckedCount(int64_t count, const Conversion* of) {
    if (count <= kMostWidth) return count;
    if (of == nullptr) RaiseValueError("precision too big");
    Raise(Exceptions().memory_error, "");
  }

  std::string Converted(const Conversion& conversion, const Value& value, size_t place) {
    switch (conversion.code) {
      case 's':
      case 'b':
      case 'r':
      case 'a':
        if (conversion.code == 'b' && kind_ == TextKind::kStr) break;
        return Padded(conversion, Cut(conversion, TextOf(conversion.code, value)));
      case 'c':
        return Padded(conversion, Character(value));
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return PaddedNumber(conversion, Integer(conversion, value));
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return PaddedNumber(conversion, Float(conversion, value));
      default:
        break;
    }
    const char32_t shown = conversion.code > 0x1F && conversion.code < 0x7F ? conversion.code : U'?';
    RaiseValueError(fmt::format("unsupported format character '{}' (0x{:x}) at index {}", static_cast<char>(shown),
                                uint32_t{conversion.code}, CountCharacters(format_.substr(0, place), kind_)));
  }

  std::string TextOf(char32_t code, const Value& value) {
    if (code == 'r' && kind_ == TextKind::kStr) return interpreter_.Repr(value);
    if (code == 'a' || code == 'r') return EscapeNonAscii(interpreter_.Repr(value));
    if (kind_ == TextKind::kStr) return interpreter_.Str(value);
    if (const std::string* bytes = BytesOf(value)) return *bytes;
    const Value made = CallSpecialIfAny(interpreter_, value, Symbol::Intern("__bytes__"));
    if (const std::string* bytes = BytesOf(made)) return *bytes;
    RaiseTypeError(fmt::format("%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                               TypeName(value)));
  }

  std::string Cut(const Conversion& conversion, std::string text) const {
    if (conversion.precision < 0 || static_cast<size_t>(conversion.precision) >= text.size()) return text;
    size_t end = 0;
    for (int64_t i = 0; i < conversion.precision && end < text.size(); ++i) {
      end += kind_ == TextKind::kStr ? CodePointLength(text, end) : 1;
    }
    text.resize(end);
    return text;
  }

  std::string Character(const Value& value) const {
    if (IsInteger(value)) {
      const int64_t code = ClampedInteger(value);
      const int64_t limit = kind_ == TextKind::kStr ? 0x110000 : 0x100;
      if (code < 0 || code >= limit) {
        Raise(Exceptions().overflow_error,
              limit == 0x100 ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
      }
      std::string text;
      if (limit == 0x100) return {static_cast<char>(code)};
      AppendUtf8(text, static_cast<char32_t>(code));
      return text;
    }
    if (kind_ == TextKind::kStr) {
      const auto* text = Cast<StrObject>(value);
      if (text == nullptr || text->length() != 1) RaiseTypeError("%c requires int or char");
      return text->text();
    }
    const std::string* bytes = BytesOf(value);
    if (bytes == nullptr || bytes->size() != 1) {
      RaiseTypeError("%c requires an integer in range(256) or a single byte");
    }
    return *bytes;
  }

  Value IntegerOf(const Conversion& conversion, const Value& value) {
    if (IsInteger(value)) return value;
    const bool is_decimal = conversion.code == 'd' || conversion.code == 'i' || conversion.code == 'u';
    if (is_decimal && (AsDouble(value) || TypeOf(value)->Find(Symbol::Intern("__int__")) != nullptr)) {
      return interpreter_.Call(Value(Types().integer), {value});
    }
    if (HasIndex(value)) return interpreter_.Index(value);
    RaiseTypeError(fmt::format("%{} format: {} is required, not {}", static_cast<char>(conversion.code),
                               is_decimal ? "a real number" : "an integer", TypeName(value)));
  }

  NumberText Integer(const Conversion& conversion, const Value& value) {
    const bool is_hex = conversion.code == 'x' || conversion.code == 'X';
    const int base = is_hex ? 16 : conversion.code == 'o' ? 8 : 10;
    NumberText number;
    number.digits = IntegerText(IntegerOf(conversion, value), base);
    const bool negative = number.digits.front() == '-';
    if (negative) number.digits.erase(0, 1);
    const auto missing = conversion.precision - static_cast<int64_t>(number.digits.size());
    if (missing > 0) number.digits.insert(0, static_cast<size_t>(missing), '0');
    if (conversion.code == 'X') number.digits = ToUpper(number.digits);
    if (conversion.alternate && base != 10) number.prefix = {'0', static_cast<char>(conversion.code)};
    number.sign = SignOf(conversion, negative);
    return number;
  }

  NumberText Float(const Conversion& conversion, const Value& value) {
    const double real = RealNumber(interpreter_, value);
    const char code = static_cast<char>(conversion.code | 0x20);
    const int precision =
        conversion.precision < 0 ? 6 : static_cast<int>(std::min(conversion.precision, kMostWidth / 8));
    NumberText number;
    number.digits = FloatDigits(real, code, precision, conversion.alternate);
    if (code != static_cast<char>(conversion.code)) number.digits = ToUpper(number.digits);
    number.sign = SignOf(conversion, std::signbit(real) && !std::isnan(real));
    return number;
  }

  static std::string SignOf(const Conversion& conversion, bool negative) {
    return negative ? "-" : conversion.plus ? "+" : conversion.blank ? " " : "";
  }

  std::string Padded(const Conversion& conversion, std::string text) const {
    const auto length = static_cast<int64_t>(CountCharacters(text, kind_));
    if (conversion.width <= length) return text;
    text.insert(conversion.left ? text.size() : 0, static_cast<size_t>(conversion.width - length), ' ');
    return text;
  }

  std::string PaddedNumber(const Conversion& conversion, NumberText number) const {
    const size_t length = number.sign.size() + number.prefix.size() + number.digits.size();
    if (conversion.zero && !conversion.left && conversion.width > static_cast<int64_t>(length)) {
      number.digits.insert(0, static_cast<size_t>(conversion.width) - length, '0');
    }
    return Padded(conversion, number.sign + number.prefix + number.digits);
  }

  Interpreter& interpreter_;
  std::string_view format_;
  const Value& values_;
  TextKind kind_;
  std::span<const Value> items_;
  bool is_mapping_ = false;
  size_t next_ = 0;
  size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string FormatPercent(Interpreter& interpreter, std::string_view format, const Value& given) {
  const Value values = interpreter.Resolve(given);
  return PercentFormatter(interpreter, format, values, TextKind::kStr).Run();
}

std::string FormatPercentBytes(Interpreter& interpreter, std::string_view format, const Value& given) {
  const Value values = interpreter.Resolve(given);
  return PercentFormatter(interpreter, format, values, TextKind::kBytes).Run();
}

}  // namespace limbeck::python
