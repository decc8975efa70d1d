#include <algorithm>

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/types/bytes_text.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"

// What changes a bytearray.

namespace limbeck::python {
namespace {

std::string& SelfBuffer(Arguments& arguments) {
  return static_cast<ByteArrayObject*>(arguments.Self().object())->bytes;
}

Value Append(Interpreter& interpreter, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  bytes += ByteFrom(interpreter, arguments.Positional(1, 1)[0]);
  return Value::None();
}

Value Extend(Interpreter& interpreter, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  bytes += BytesFrom(interpreter, arguments.Positional(1, 1)[0]);
  return Value::None();
}

Value Insert(Interpreter& interpreter, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  const auto values = arguments.Positional(2, 2);
  const int64_t given = ClampedInteger(interpreter.Index(values[0]));
  const auto length = static_cast<int64_t>(bytes.size());
  const int64_t index = std::clamp<int64_t>(given < 0 ? given + length : given, 0, length);
  bytes.insert(static_cast<size_t>(index), 1, ByteFrom(interpreter, values[1]));
  return Value::None();
}

Value Pop(Interpreter& interpreter, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  const auto values = arguments.Positional(0, 1);
  const int64_t given = values.empty() ? -1 : IndexArgument(interpreter, values[0]);
  if (bytes.empty()) Raise(Exceptions().index_error, "pop from empty bytearray");
  const auto length = static_cast<int64_t>(bytes.size());
  const int64_t index = given < 0 ? given + length : given;
  if (index < 0 || index >= length) Raise(Exceptions().index_error, "pop index out of range");
  const auto byte = static_cast<unsigned char>(bytes[static_cast<size_t>(index)]);
  bytes.erase(static_cast<size_t>(index), 1);
  return Value::Int(byte);
}

Value Remove(Interpreter& interpreter, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  const size_t place = bytes.find(ByteFrom(interpreter, arguments.Positional(1, 1)[0]));
  if (place == std::string::npos) RaiseValueError("value not found in bytearray");
  bytes.erase(place, 1);
  return Value::None();
}

Value Clear(Interpreter&, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  arguments.Positional(0, 0);
  bytes.clear();
  return Value::None();
}

Value Copy(Interpreter&, Arguments& arguments) {
  const std::string& bytes = SelfBuffer(arguments);
  arguments.Positional(0, 0);
  return Make<ByteArrayObject>(bytes);
}

Value Reverse(Interpreter&, Arguments& arguments) {
  std::string& bytes = SelfBuffer(arguments);
  arguments.Positional(0, 0);
  std::reverse(bytes.begin(), bytes.end());
  return Value::None();
}

constexpr NativeMethod kMethods[] = {{"append", Append}, {"clear", Clear}, {"copy", Copy},     {"extend", Extend},
                                     {"insert", Insert}, {"pop", Pop},     {"remove", Remove}, {"reverse", Reverse}};

}  // namespace

void AddByteArrayMethods(TypeObject& type) {
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
