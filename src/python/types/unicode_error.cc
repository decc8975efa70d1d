#include "python/types/unicode_error.h"

#include <fmt/format.h>

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/literal_text.h"
#include "python/types/str_text.h"

namespace limbeck::python {
namespace {

const std::vector<Value>& ArgsOf(const Value& self) {
  static const std::vector<Value> none;
  const auto& exception = *static_cast<const ExceptionObject*>(self.object());
  return exception.args ? exception.args->items : none;
}

template <size_t kIndex>
Value Part(Interpreter&, const Value& self) {
  const auto& args = ArgsOf(self);
  return kIndex < args.size() ? args[kIndex] : Value::None();
}

/// The arguments, checked: (encoding,) object, start, end, reason.
struct Parts {
  std::string encoding;
  Value object;
  int64_t start = 0;
  int64_t end = 0;
  std::string reason;
};

std::optional<Parts> Read(Interpreter& interpreter, const Value& self, bool has_encoding) {
  const auto& args = ArgsOf(self);
  const size_t first = has_encoding ? 1 : 0;
  if (args.size() != first + 4) return std::nullopt;
  const std::optional<int64_t> start = SmallInteger(args[first + 1]);
  const std::optional<int64_t> end = SmallInteger(args[first + 2]);
  if (!start || !end || *start < 0) return std::nullopt;
  return Parts{has_encoding ? interpreter.Str(args[0]) : "", args[first], *start, *end,
               interpreter.Str(args[first + 3])};
}

std::string ArgsText(Interpreter& interpreter, const Value& self) {
  const auto& args = ArgsOf(self);
  if (args.empty()) return "";
  return args.size() == 1 ? interpreter.Str(args[0]) : interpreter.Repr(MakeTuple(args));
}

/// "character '\xe9' in position 3" or "characters in position 3-5"
std::string CharactersText(const Parts& parts) {
  const auto* text = Cast<StrObject>(parts.object);
  const bool is_one =
      text != nullptr && parts.end == parts.start + 1 && parts.start < static_cast<int64_t>(text->length());
  if (!is_one) return fmt::format("characters in position {}-{}", parts.start, parts.end - 1);
  size_t offset = OffsetOf(*text, static_cast<size_t>(parts.start));
  const std::string escaped = EscapedCode(NextCodePoint(text->text(), offset));
  return fmt::format("character '{}' in position {}", escaped, parts.start);
}

std::string EncodeErrorStr(Interpreter& interpreter, const Value& self) {
  const std::optional<Parts> parts = Read(interpreter, self, true);
  if (!parts) return ArgsText(interpreter, self);
  return fmt::format("'{}' codec can't encode {}: {}", parts->encoding, CharactersText(*parts), parts->reason);
}

std::string TranslateErrorStr(Interpreter& interpreter, const Value& self) {
  const std::optional<Parts> parts = Read(interpreter, self, false);
  if (!parts) return ArgsText(interpreter, self);
  return fmt::format("can't translate {}: {}", CharactersText(*parts), parts->reason);
}

std::string DecodeErrorStr(Interpreter& interpreter, const Value& self) {
  const std::optional<Parts> parts = Read(interpreter, self, true);
  if (!parts) return ArgsText(interpreter, self);
  const auto* bytes = Cast<BytesObject>(parts->object);
  const bool is_one =
      bytes != nullptr && parts->end == parts->start + 1 && parts->start < static_cast<int64_t>(bytes->bytes().size());
  const std::string place =
      is_one ? fmt::format("byte 0x{:02x} in position {}",
                           static_cast<unsigned char>(bytes->bytes()[static_cast<size_t>(parts->start)]), parts->start)
             : fmt::format("bytes in position {}-{}", parts->start, parts->end - 1);
  return fmt::format("'{}' codec can't decode {}: {}", parts->encoding, place, parts->reason);
}

constexpr NativeProperty kProperties[] = {
    {"encoding", Part<0>}, {"object", Part<1>}, {"start", Part<2>}, {"end", Part<3>}, {"reason", Part<4>},
};
constexpr NativeProperty kTranslateProperties[] = {
    {"object", Part<0>},
    {"start", Part<1>},
    {"end", Part<2>},
    {"reason", Part<3>},
};

}  // namespace

void FillUnicodeEncodeError(TypeObject& type) {
  type.own_slots().str = EncodeErrorStr;
  AddProperties(type, kProperties);
}

void FillUnicodeDecodeError(TypeObject& type) {
  type.own_slots().str = DecodeErrorStr;
  AddProperties(type, kProperties);
}

void FillUnicodeTranslateError(TypeObject& type) {
  type.own_slots().str = TranslateErrorStr;
  AddProperties(type, kTranslateProperties);
}

}  // namespace limbeck::python
