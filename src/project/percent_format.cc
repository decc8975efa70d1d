// A specification is "%(key)", flags, width, ".precision", a length modifier that means nothing, and the conversion.

#include "project/percent_format.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "limbeck/error.h"

namespace limbeck::project {
namespace {

struct Specification {
  std::string key;
  bool left = false;
  bool zeros = false;
  bool alternative = false;
  /// '+', ' ' or 0
  char sign = 0;
  size_t width = 0;
  int precision = -1;
};

class Formatter {
 public:
  Formatter(std::string_view format, const FormatValues& values, const Place& place)
      : format_(format), values_(values), place_(place) {}

  std::string Format() {
    while (position_ < format_.size()) {
      const size_t percent = std::min(format_.find('%', position_), format_.size());
      text_ += format_.substr(position_, percent - position_);
      position_ = percent + 1;
      if (percent < format_.size()) ReadSpecification();
    }
    return std::move(text_);
  }

 private:
  void ReadSpecification() {
    if (Peek() == '%') {
      text_ += '%';
      ++position_;
      return;
    }
    if (Peek() != '(') {
      if (position_ == format_.size()) throw Failure("ValueError", "incomplete format");
      throw Failure("TypeError", "format requires a mapping");
    }
    Specification specification;
    specification.key = ReadKey();
    ReadFlags(specification);
    specification.width = ReadNumber();
    if (Peek() == '.') {
      ++position_;
      specification.precision = static_cast<int>(ReadNumber());
    }
    if (Peek() == 'h' || Peek() == 'l' || Peek() == 'L') ++position_;
    Convert(specification);
  }

  std::string ReadKey() {
    const size_t begin = ++position_;
    for (int depth = 1; position_ < format_.size(); ++position_) {
      if (format_[position_] == '(') ++depth;
      if (format_[position_] == ')' && --depth == 0) {
        ++position_;
        return std::string(format_.substr(begin, position_ - begin - 1));
      }
    }
    throw Failure("ValueError", "incomplete format key");
  }

  void ReadFlags(Specification& specification) {
    for (;; ++position_) {
      switch (Peek()) {
        case '-':
          specification.left = true;
          break;
        case '0':
          specification.zeros = true;
          break;
        case '#':
          specification.alternative = true;
          break;
        case '+':
          specification.sign = '+';
          break;
        case ' ':
          specification.sign = specification.sign == '+' ? '+' : ' ';
          break;
        default:
          return;
      }
    }
  }

  size_t ReadNumber() {
    if (Peek() == '*') throw Failure("TypeError", "not enough arguments for format string");
    size_t number = 0;
    for (; Peek() >= '0' && Peek() <= '9'; ++position_) {
      number = number * 10 + static_cast<size_t>(Peek() - '0');
      if (number > 1000) throw Failure("ValueError", "width too big");
    }
    return number;
  }

  void Convert(const Specification& specification) {
    if (position_ == format_.size()) throw Failure("ValueError", "incomplete format");
    const size_t at = position_;
    const char32_t conversion = Utf8Next(format_, position_);
    const FormatValue& value = ValueOf(specification.key);
    switch (conversion) {
      case 's':
        return AppendText(specification, TextOf(value));
      case 'r':
      case 'a':
        return AppendText(specification, ReprOf(value));
      case 'd':
      case 'i':
      case 'u':
        return AppendInteger(specification, 'd', value);
      case 'x':
      case 'X':
      case 'o':
        return AppendInteger(specification, static_cast<char>(conversion), value);
      default:
        throw BadConversion(at, conversion);
    }
  }

  const FormatValue& ValueOf(const std::string& key) const {
    const auto found = values_.find(key);
    if (found == values_.end()) throw Failure("KeyError", PythonRepr(key));
    return found->second;
  }

  Error Failure(const char* exception, const std::string& message) const {
    return Error(ErrorKind::kConfig, message)
        .ExceptionClass(exception)
        .At(place_)
        .Hint("a percent sign that is meant literally is written twice: %%");
  }

  static std::string TextOf(const FormatValue& value) {
    const auto* number = std::get_if<int64_t>(&value);
    return number != nullptr ? std::to_string(*number) : std::get<std::string>(value);
  }

  static std::string ReprOf(const FormatValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? PythonRepr(*text) : TextOf(value);
  }

  void AppendText(const Specification& specification, std::string text) {
    if (specification.precision >= 0) text.resize(OffsetOfCharacter(text, specification.precision));
    Pad(specification, "", text, ' ');
  }

  static size_t OffsetOfCharacter(const std::string& text, int number) {
    size_t offset = 0;
    while (number-- > 0 && offset < text.size()) offset += Utf8Length(text, offset);
    return offset;
  }

  void AppendInteger(const Specification& specification, char conversion, const FormatValue& value) {
    const auto* number = std::get_if<int64_t>(&value);
    if (number == nullptr && conversion == 'd') {
      throw Failure("TypeError", "%d format: a real number is required, not str");
    }
    if (number == nullptr) {
      throw Failure("TypeError", fmt::format("%{} format: an integer is required, not str", conversion));
    }
    std::string sign = *number < 0 ? "-" : std::string(specification.sign != 0 ? 1 : 0, specification.sign);
    if (specification.alternative && conversion != 'd') sign += std::string("0") + conversion;
    std::string digits = Digits(*number, conversion);
    const auto least = static_cast<size_t>(std::max(specification.precision, 0));
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    Pad(specification, sign, digits, specification.zeros && !specification.left ? '0' : ' ');
  }

  static std::string Digits(int64_t number, char conversion) {
    const uint64_t size = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    if (conversion == 'o') return fmt::format("{:o}", size);
    if (conversion == 'x') return fmt::format("{:x}", size);
    return conversion == 'X' ? fmt::format("{:X}", size) : fmt::format("{}", size);
  }

  /// Zeros go between the sign and the digits, spaces around both.
  void Pad(const Specification& specification, const std::string& sign, const std::string& body, char fill) {
    const size_t length = sign.size() + Utf8Count(body);
    const size_t missing = specification.width > length ? specification.width - length : 0;
    if (!specification.left && fill == ' ') text_.append(missing, ' ');
    text_ += sign;
    if (fill == '0') text_.append(missing, '0');
    text_ += body;
    if (specification.left) text_.append(missing, ' ');
  }

  Error BadConversion(size_t at, char32_t conversion) const {
    std::string character;
    AppendUtf8(character, conversion);
    return Failure("ValueError", fmt::format("unsupported format character '{}' (0x{:x}) at index {}", character,
                                             static_cast<uint32_t>(conversion), Utf8Count(format_.substr(0, at))));
  }

  char Peek() const { return position_ < format_.size() ? format_[position_] : '\0'; }

  std::string_view format_;
  const FormatValues& values_;
  const Place& place_;
  size_t position_ = 0;
  std::string text_;
};

}  // namespace

std::string PercentFormat(std::string_view format, const FormatValues& values, const Place& place) {
  return Formatter(format, values, place).Format();
}

}  // namespace limbeck::project
