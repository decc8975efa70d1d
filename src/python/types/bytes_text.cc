#include "python/types/bytes_text.h"

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/special_methods.h"

namespace limbeck::python {

const std::string* BytesOf(const Value& value) {
  if (const auto* bytes = Cast<BytesObject>(value)) return &bytes->bytes();
  const auto* array = Cast<ByteArrayObject>(value);
  return array == nullptr ? nullptr : &array->bytes;
}

char ByteFrom(Interpreter& interpreter, const Value& value, const char* message) {
  const int64_t byte = ClampedInteger(interpreter.Index(value));
  if (byte < 0 || byte > 0xFF) RaiseValueError(message);
  return static_cast<char>(byte);
}

std::string BytesFrom(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const std::string* bytes = BytesOf(value)) return *bytes;
  const Value made = CallSpecialIfAny(interpreter, value, Symbol::Intern("__bytes__"));
  if (!made.is_empty()) {
    const std::string* bytes = BytesOf(made);
    if (bytes == nullptr) RaiseTypeError("__bytes__ returned non-bytes (type " + TypeName(made) + ")");
    return *bytes;
  }
  const Slots& slots = TypeOf(value)->slots();
  const bool is_iterable = slots.iterate != nullptr || slots.get_item != nullptr;
  if (!is_iterable || Cast<StrObject>(value) != nullptr) {
    RaiseTypeError("cannot convert '" + TypeName(value) + "' object to bytes");
  }
  std::string bytes;
  interpreter.ForEach(
      value, [&](const Value& item) { bytes += ByteFrom(interpreter, item, "bytes must be in range(0, 256)"); });
  return bytes;
}

const std::string& RequireBytes(Interpreter& interpreter, const Value& value) {
  const std::string* bytes = BytesOf(interpreter.Resolve(value));
  if (bytes == nullptr) RaiseTypeError("a bytes-like object is required, not '" + TypeName(value) + "'");
  return *bytes;
}

}  // namespace limbeck::python
