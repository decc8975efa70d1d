#include "python/types/brace_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "python/interpreter.h"
#include "python/types/str_text.h"

namespace limbeck::python {
namespace {

/// The parts of {name!conversion:spec}.
struct Field {
  std::string_view name;
  char32_t conversion = 0;
  std::string_view spec;
  bool has_nested = false;
};

/// Cuts a format into plain text and fields.
class FieldReader {
 public:
  explicit FieldReader(std::string_view format) : format_(format) {}

  /// Appends text up to the next field, which is read; false at the end.
  bool Next(std::string& out, Field& field) {
    while (at_ < format_.size()) {
      const char c = format_[at_++];
      if (c != '{' && c != '}') {
        out += c;
      } else if (at_ < format_.size() && format_[at_] == c) {
        out += c;
        ++at_;
      } else if (c == '}') {
        RaiseValueError("Single '}' encountered in format string");
      } else {
        if (at_ == format_.size()) RaiseValueError("Single '{' encountered in format string");
        ReadField(field);
        return true;
      }
    }
    return false;
  }

 private:
  void ReadField(Field& field) {
    const size_t begin = at_;
    const char end = SkipName();
    field = {};
    field.name = format_.substr(begin, (end == 0 ? format_.size() : at_ - 1) - begin);
    if (end == '}') return;
    if (end == 0) RaiseValueError("expected '}' before end of string");
    if (end == '!' && ReadConversion(field)) return;
    ReadSpec(field);
  }

  /// To behind the character that ends the name, which is returned; 0 for the end of the format.
  char SkipName() {
    while (at_ < format_.size()) {
      const char c = format_[at_++];
      if (c == '{') RaiseValueError("unexpected '{' in field name");
      if (c == '[') at_ = std::min(format_.find(']', at_), format_.size());
      if (c == '}' || c == ':' || c == '!') return c;
    }
    return 0;
  }

  /// True when the field ends behind it.
  bool ReadConversion(Field& field) {
    if (at_ == format_.size()) RaiseValueError("end of string while looking for conversion specifier");
    field.conversion = NextCodePoint(format_, at_);
    if (at_ == format_.size()) return false;
    const char c = format_[at_++];
    if (c != '}' && c != ':') RaiseValueError("expected ':' after conversion specifier");
    return c == '}';
  }

  void ReadSpec(Field& field) {
    const size_t begin = at_;
    for (int depth = 1; at_ < format_.size();) {
      const char c = format_[at_++];
      if (c == '{') {
        field.has_nested = true;
        ++depth;
      } else if (c == '}' && --depth == 0) {
        field.spec = format_.substr(begin, at_ - 1 - begin);
        return;
      }
    }
    RaiseValueError("unmatched '{' in format spec");
  }

  std::string_view format_;
  size_t at_ = 0;
};

/// The number that a text of digits is; nullopt for other texts.
std::optional<size_t> IndexOf(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  constexpr size_t kMostDigits = 18;
  if (text.size() > kMostDigits) RaiseValueError("Too many decimal digits in format string");
  size_t index = 0;
  for (const char c : text) index = index * 10 + static_cast<size_t>(c - '0');
  return index;
}

class BraceFormatter {
 public:
  BraceFormatter(Interpreter& interpreter, const FormatFields& fields) : interpreter_(interpreter), fields_(fields) {}

  std::string Format(std::string_view format, int depth) {
    if (depth < 0) RaiseValueError("Max string recursion exceeded");
    std::string out;
    FieldReader reader(format);
    for (Field field; reader.Next(out, field);) {
      const Value value = Converted(field.conversion, ValueOf(field.name));
      const std::string spec = field.has_nested ? Format(field.spec, depth - 1) : std::string(field.spec);
      out += interpreter_.Format(value, spec);
    }
    return out;
  }

 private:
  Value Converted(char32_t conversion, Value value) {
    switch (conversion) {
      case 0:
        return value;
      case 's':
        return MakeStr(interpreter_.Str(value));
      case 'r':
        return MakeStr(interpreter_.Repr(value));
      case 'a':
        return MakeStr(EscapeNonAscii(interpreter_.Repr(value)));
      default:
        break;
    }
    std::string shown = fmt::format("\\x{:x}", uint32_t{conversion});
    if (conversion > 0x20 && conversion < 0x7F) shown = static_cast<char>(conversion);
    RaiseValueError("Unknown conversion specifier " + shown);
  }

  /// "0.name[key]"
  Value ValueOf(std::string_view path) {
    size_t at = std::min(path.find_first_of(".["), path.size());
    Value value = First(path.substr(0, at));
    while (at < path.size()) {
      const char kind = path[at++];
      if (kind == '.') {
        const size_t end = std::min(path.find_first_of(".[", at), path.size());
        value = interpreter_.GetAttribute(value, Symbol::Intern(NotEmpty(path.substr(at, end - at))));
        at = end;
      } else if (kind == '[') {
        const size_t end = path.find(']', at);
        if (end == std::string_view::npos) RaiseValueError("Missing ']' in format string");
        value = ItemOf(value, NotEmpty(path.substr(at, end - at)));
        at = end + 1;
      } else {
        RaiseValueError("Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  static std::string_view NotEmpty(std::string_view part) {
    if (part.empty()) RaiseValueError("Empty attribute in format string");
    return part;
  }

  Value ItemOf(const Value& value, std::string_view key) {
    const std::optional<size_t> index = IndexOf(key);
    return interpreter_.GetItem(value, index ? Value::Int(static_cast<int64_t>(*index)) : MakeStr(key));
  }

  Value First(std::string_view name) {
    if (name.empty()) {
      if (numbering_ == Numbering::kManual) {
        RaiseValueError("cannot switch from manual field specification to automatic field numbering");
      }
      numbering_ = Numbering::kAutomatic;
      return ByPosition(next_++);
    }
    if (const std::optional<size_t> index = IndexOf(name)) {
      if (numbering_ == Numbering::kAutomatic) {
        RaiseValueError("cannot switch from automatic field numbering to manual field specification");
      }
      numbering_ = Numbering::kManual;
      return ByPosition(*index);
    }
    return ByName(name);
  }

  Value ByPosition(size_t index) {
    if (!fields_.mapping.is_empty()) RaiseValueError("Format string contains positional fields");
    if (index < fields_.positional.size()) return fields_.positional[index];
    Raise(Exceptions().index_error, fmt::format("Replacement index {} out of range for positional args tuple", index));
  }

  Value ByName(std::string_view name) {
    if (!fields_.mapping.is_empty()) return interpreter_.GetItem(fields_.mapping, MakeStr(name));
    const auto found = std::find_if(fields_.keywords.begin(), fields_.keywords.end(),
                                    [name](const auto& entry) { return entry.first.text() == name; });
    if (found == fields_.keywords.end()) Raise(Exceptions().key_error, MakeStr(name));
    return found->second;
  }

  enum class Numbering { kUnknown, kAutomatic, kManual };

  Interpreter& interpreter_;
  const FormatFields& fields_;
  Numbering numbering_ = Numbering::kUnknown;
  size_t next_ = 0;
};

}  // namespace

std::string FormatBraces(Interpreter& interpreter, std::string_view format, const FormatFields& fields) {
  constexpr int kDepth = 1;  // a specification may hold fields, theirs may not
  return BraceFormatter(interpreter, fields).Format(format, kDepth);
}

}  // namespace limbeck::python
