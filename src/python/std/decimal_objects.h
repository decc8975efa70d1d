#pragma once

#include "python/interpreter.h"
#include "python/std/decimal_number.h"

// The classes of `decimal` to C++.

namespace limbeck::python {

struct DecimalState : NativeState {
  explicit DecimalState(DecimalNumber value) : number(std::move(value)) {}
  const DecimalNumber number;
};

/// A context is changed in place: getcontext().prec = 10.
struct ContextState : NativeState {
  DecimalContext context;
};

const TypeObject* DecimalType();
const TypeObject* DecimalContextType();
/// The exception class of a signal, and the class that names a reason.
const TypeObject* SignalType(DecimalSignal signal);
const TypeObject* ReasonType(InvalidReason reason);

/// Null for a value of another class.
const DecimalState* DecimalOf(const Value& value);
Value MakeDecimal(DecimalNumber number, const TypeObject* type = DecimalType());
/// Decimal(text), as databases write it; ValueError for another text.
Value MakeDecimalFromText(std::string_view text);

/// What getcontext() gives in this interpreter.
Value CurrentContext(Interpreter& interpreter);
void SetCurrentContext(Interpreter& interpreter, const Value& context);
DecimalContext& ContextOf(Interpreter& interpreter);
/// The context that was given, or the current one when it is None or empty.
DecimalContext& ContextFrom(Interpreter& interpreter, const Value& given);
Rounding ReadRounding(const Value& value);

/// The operand as a decimal: a Decimal or an int; nothing for another value.
std::optional<DecimalNumber> OperandOf(const Value& value);
/// Decimal(value): from a str, an int, a float, a tuple or a Decimal.
DecimalNumber ConvertToDecimal(Interpreter& interpreter, const Value& value, DecimalContext& context);

extern const std::span<const NativeMethod> kDecimalMethods;

}  // namespace limbeck::python
