#include "python/builtin_numbers.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/special_methods.h"
#include "python/types/numbers.h"
#include "python/types/str_text.h"

// The built-in functions that calculate; what numbers know of themselves is in their special methods.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value Abs(Interpreter& interpreter, Arguments& arguments) {
  const Value number = interpreter.Resolve(arguments.Positional(1, 1)[0]);
  Value result = CallSpecialIfAny(interpreter, number, Symbol::Intern("__abs__"));
  if (result.is_empty()) RaiseTypeError("bad operand type for abs(): '" + TypeName(number) + "'");
  return result;
}

template <int kBase, char kLetter>
Value InBase(Interpreter& interpreter, Arguments& arguments) {
  const Value number = interpreter.Index(arguments.Positional(1, 1)[0]);
  const std::string digits = IntegerText(number, kBase);
  const bool is_negative = digits[0] == '-';
  return MakeStr(fmt::format("{}0{}{}", is_negative ? "-" : "", kLetter, digits.substr(is_negative ? 1 : 0)));
}

Value Chr(Interpreter& interpreter, Arguments& arguments) {
  const int64_t code = IndexArgument(interpreter, arguments.Positional(1, 1)[0]);
  if (code < 0 || code > 0x10FFFF) RaiseValueError("chr() arg not in range(0x110000)");
  return MakeCharacter(static_cast<char32_t>(code));
}

[[noreturn]] void RaiseNoCharacter(size_t length) {
  RaiseTypeError(fmt::format("ord() expected a character, but string of length {} found", length));
}

Value Ord(Interpreter& interpreter, Arguments& arguments) {
  const Value value = interpreter.Resolve(arguments.Positional(1, 1)[0]);
  if (const auto* text = Cast<StrObject>(value)) {
    if (text->length() != 1) RaiseNoCharacter(text->length());
    size_t offset = 0;
    return Value::Int(NextCodePoint(text->text(), offset));
  }
  const auto* bytes = Cast<BytesObject>(value);
  const auto* byte_array = Cast<ByteArrayObject>(value);
  if (bytes == nullptr && byte_array == nullptr) {
    RaiseTypeError("ord() expected string of length 1, but " + TypeName(value) + " found");
  }
  const std::string& text = bytes != nullptr ? bytes->bytes() : byte_array->bytes;
  if (text.size() != 1) RaiseNoCharacter(text.size());
  return Value::Int(static_cast<unsigned char>(text[0]));
}

Value DivMod(Interpreter& interpreter, Arguments& arguments) {
  const auto values = arguments.Positional(2, 2);
  for (const bool reflected : {false, true}) {
    const Value result =
        CallSpecialIfAny(interpreter, values[reflected ? 1 : 0],
                         Symbol::Intern(reflected ? "__rdivmod__" : "__divmod__"), {values[reflected ? 0 : 1]});
    if (!result.is_empty() && !result.Is(NotImplementedValue())) return result;
  }
  RaiseTypeError(
      fmt::format("unsupported operand type(s) for divmod(): '{}' and '{}'", TypeName(values[0]), TypeName(values[1])));
}

/// pow(base, exp, mod=None)
Value Pow(Interpreter& interpreter, Arguments& arguments) {
  constexpr const char* kNames[] = {"base", "exp", "mod"};
  Value values[3];
  arguments.Named(kNames, values, 2);
  if (values[2].is_empty() || values[2].is_none()) return interpreter.Binary(Operator::kPower, values[0], values[1]);
  const Value result = CallSpecialIfAny(interpreter, values[0], Symbol::Intern("__pow__"), {values[1], values[2]});
  if (!result.is_empty() && !result.Is(NotImplementedValue())) return result;
  RaiseTypeError(fmt::format("unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'", TypeName(values[0]),
                             TypeName(values[1]), TypeName(values[2])));
}

/// round(number, ndigits=None)
Value Round(Interpreter& interpreter, Arguments& arguments) {
  constexpr const char* kNames[] = {"number", "ndigits"};
  Value values[2];
  arguments.Named(kNames, values, 1);
  const Value number = interpreter.Resolve(values[0]);
  const Symbol name = Symbol::Intern("__round__");
  const Value result = values[1].is_empty() ? CallSpecialIfAny(interpreter, number, name)
                                            : CallSpecialIfAny(interpreter, number, name, {values[1]});
  if (result.is_empty()) RaiseTypeError("type " + TypeName(number) + " doesn't define __round__ method");
  return result;
}

constexpr NativeFunction kFunctions[] = {
    {"abs", Abs},
    {"bin", InBase<2, 'b'>},
    {"chr", Chr},
    {"divmod", DivMod},
    {"hex", InBase<16, 'x'>},
    {"oct", InBase<8, 'o'>},
    {"ord", Ord},
    {"pow", Pow},
    {"round", Round},
};

}  // namespace

void AddBuiltinNumberFunctions(ModuleObject& builtins) {
  AddFunctions(builtins, kFunctions);
}

}  // namespace limbeck::python
