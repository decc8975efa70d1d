#include <cmath>

#include "python/integers.h"
#include "python/std/decimal_objects.h"
#include "python/std/native_tools.h"
#include "python/types/numbers.h"

// decimal.Decimal: making, operators, texts. Its methods are in decimal_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

const DecimalNumber& Number(const Value& self) {
  return DecimalOf(self)->number;
}

// ------------------------------------------------------------------------------------------ making

/// (sign, digits, exponent)
DecimalNumber FromParts(Interpreter& interpreter, const std::vector<Value>& parts) {
  if (parts.size() != 3) RaiseValueError("argument must be a sequence of length 3");
  const std::optional<int64_t> sign = SmallInteger(parts[0]);
  if (sign != 0 && sign != 1) RaiseValueError("sign must be an integer with the value 0 or 1");
  std::string digits;
  for (const Value& digit : interpreter.ToVector(parts[1])) {
    const int64_t number = SmallInteger(digit).value_or(-1);
    if (number < 0 || number > 9) RaiseValueError("coefficient must be a tuple of digits");
    digits += static_cast<char>('0' + number);
  }
  DecimalNumber made;
  made.negative = *sign == 1;
  made.coefficient = digits.empty() ? Value::Int(0) : MakeInteger(digits);
  if (const auto* word = Cast<StrObject>(parts[2])) {
    if (word->text() == "F") return {made.negative, DecimalKind::kInfinity, Value::Int(0), 0};
    if (word->text() != "n" && word->text() != "N") {
      RaiseValueError("string argument in the third position must be 'F', 'n' or 'N'");
    }
    made.kind = word->text() == "n" ? DecimalKind::kNan : DecimalKind::kSignalingNan;
    return made;
  }
  const std::optional<int64_t> exponent = SmallInteger(parts[2]);
  if (!exponent) RaiseValueError("exponent must be an integer");
  made.exponent = *exponent;
  return made;
}

Value Make(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "Decimal", given);
  const Value value = arguments.Optional("value");
  const Value context = arguments.OrNone("context");
  arguments.Finish();
  if (value.is_empty()) return MakeDecimal({}, type);
  return MakeDecimal(ConvertToDecimal(interpreter, value, ContextFrom(interpreter, context)), type);
}

// ------------------------------------------------------------------------------------------ operators

DecimalNumber Negated(DecimalNumber number) {
  if (!number.is_nan()) number.negative = !number.negative;
  return number;
}

Value Binary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  const std::optional<DecimalNumber> operand = OperandOf(other);
  if (!operand) return NotImplementedValue();
  const DecimalNumber& one = reflected ? *operand : Number(self);
  const DecimalNumber& two = reflected ? Number(self) : *operand;
  DecimalContext& context = ContextOf(interpreter);
  switch (op) {
    case Operator::kAdd:
      return MakeDecimal(AddDecimals(one, two, context));
    case Operator::kSubtract:
      return MakeDecimal(AddDecimals(one, Negated(two), context));
    case Operator::kMultiply:
      return MakeDecimal(MultiplyDecimals(one, two, context));
    case Operator::kDivide:
      return MakeDecimal(DivideDecimals(one, two, context));
    case Operator::kFloorDivide:
      return MakeDecimal(DivideWhole(one, two, context).whole);
    case Operator::kModulo:
      return MakeDecimal(DivideWhole(one, two, context).rest);
    case Operator::kPower:
      return MakeDecimal(PowerOfDecimal(one, two, context));
    default:
      return NotImplementedValue();
  }
}

Value Unary(Interpreter& interpreter, ast::UnaryOperator op, const Value& self) {
  if (op == ast::UnaryOperator::kInvert) return NotImplementedValue();
  DecimalContext& context = ContextOf(interpreter);
  DecimalNumber number = Number(self);
  if (op == ast::UnaryOperator::kNegate) number = Negated(number);
  if (number.is_zero() && context.rounding != Rounding::kFloor) number.negative = false;
  return MakeDecimal(FitDecimal(std::move(number), context));
}

/// Floats compare by what they hold exactly.
Value Compare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const bool is_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  std::optional<DecimalNumber> operand = OperandOf(other);
  if (!operand) {
    const std::optional<double> number = AsDouble(other);
    if (!number) return NotImplementedValue();
    operand = DecimalOfFloat(*number);
  }
  const DecimalNumber& number = Number(self);
  if (number.is_nan() || operand->is_nan()) {
    const bool signals =
        !is_equality || number.kind == DecimalKind::kSignalingNan || operand->kind == DecimalKind::kSignalingNan;
    if (signals) ContextOf(interpreter).Invalid(InvalidReason::kInvalidOperation);
    return Value::Bool(op == CompareOp::kNotEqual);
  }
  return FromOrder(CompareDecimals(number, *operand), op);
}

/// Equal numbers hash alike, whatever their class.
uint64_t Hash(Interpreter& interpreter, const Value& self) {
  const DecimalNumber& number = Number(self);
  if (number.kind == DecimalKind::kSignalingNan) RaiseTypeError("Cannot hash a signaling NaN value");
  if (const auto whole = number.adjusted() < 1000 ? IntegerOfDecimal(number) : std::nullopt) {
    return interpreter.Hash(*whole);
  }
  const double nearest = DoubleOfDecimal(number);
  if (!number.is_finite()) return interpreter.Hash(Value::Float(nearest));
  const DecimalNumber plain = WithoutTrailingZeros(number);
  if (std::isfinite(nearest) && CompareDecimals(DecimalOfFloat(nearest), plain) == 0) {
    return interpreter.Hash(Value::Float(nearest));
  }
  return HashText(DecimalText(plain));
}

bool Truth(Interpreter&, const Value& self) {
  return !Number(self).is_zero();
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  return "Decimal('" + DecimalText(Number(self), ContextOf(interpreter).capitals) + "')";
}
std::string Str(Interpreter& interpreter, const Value& self) {
  return DecimalText(Number(self), ContextOf(interpreter).capitals);
}
std::string Format(Interpreter& interpreter, const Value& self, std::string_view specification) {
  return FormatDecimal(Number(self), specification, ContextOf(interpreter).rounding);
}

Value Real(Interpreter&, const Value& self) {
  return self;
}
Value Imaginary(Interpreter&, const Value&) {
  return MakeDecimal({});
}
constexpr NativeProperty kProperties[] = {{"real", Real}, {"imag", Imaginary}};

}  // namespace

const TypeObject* DecimalType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = Make;
    slots.repr = Repr;
    slots.str = Str;
    slots.format = Format;
    slots.hash = Hash;
    slots.compare = Compare;
    slots.truth = Truth;
    slots.binary = Binary;
    slots.unary = Unary;
    return ShownWithModule(MakeNativeType({.name = "Decimal",
                                           .module = "decimal",
                                           .methods = kDecimalMethods,
                                           .properties = kProperties,
                                           .slots = slots}));
  }();
  return kType;
}

const DecimalState* DecimalOf(const Value& value) {
  return StateOf<DecimalState>(value);
}

Value MakeDecimal(DecimalNumber number, const TypeObject* type) {
  return MakeInstance(type, std::make_unique<DecimalState>(std::move(number)));
}

Value MakeDecimalFromText(std::string_view text) {
  std::optional<DecimalNumber> number = ParseDecimal(text);
  if (!number) RaiseValueError("no decimal number: " + std::string(text));
  return MakeDecimal(std::move(*number));
}

std::optional<DecimalNumber> OperandOf(const Value& value) {
  if (const DecimalState* decimal = DecimalOf(value)) return decimal->number;
  return IsInteger(value) ? std::optional(DecimalOfInteger(value)) : std::nullopt;
}

DecimalNumber ConvertToDecimal(Interpreter& interpreter, const Value& given, DecimalContext& context) {
  const Value value = interpreter.Resolve(given);
  if (std::optional<DecimalNumber> number = OperandOf(value)) return *number;
  if (const auto* text = Cast<StrObject>(value)) {
    std::optional<DecimalNumber> number = ParseDecimal(text->text());
    return number ? *number : context.Invalid(InvalidReason::kConversionSyntax);
  }
  if (const std::optional<double> number = AsDouble(value)) {
    context.Signal(DecimalSignal::kFloatOperation);
    return DecimalOfFloat(*number);
  }
  if (const auto* tuple = Cast<TupleObject>(value)) return FromParts(interpreter, tuple->items);
  if (const auto* list = Cast<ListObject>(value)) return FromParts(interpreter, list->items);
  RaiseTypeError("conversion from " + TypeName(value) + " to Decimal is not supported");
}

}  // namespace limbeck::python
