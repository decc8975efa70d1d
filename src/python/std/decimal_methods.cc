#include <cmath>

#include "python/integers.h"
#include "python/std/decimal_objects.h"
#include "python/std/native_tools.h"

// The methods of decimal.Decimal.

namespace limbeck::python {
namespace {

const DecimalNumber& Number(Arguments& arguments) {
  return DecimalOf(arguments.Self())->number;
}

/// The other operand of a method; TypeError for what is no number.
DecimalNumber Other(Arguments& arguments) {
  const Value other = arguments.interpreter().Resolve(arguments.Required("other"));
  std::optional<DecimalNumber> number = OperandOf(other);
  if (!number) RaiseTypeError("conversion from " + TypeName(other) + " to Decimal is not supported");
  return *number;
}

/// The last parameter of most methods.
DecimalContext& Context(Arguments& arguments) {
  const Value given = arguments.OrNone("context");
  arguments.Finish();
  return ContextFrom(arguments.interpreter(), given);
}

/// `rounding=None, context=None`.
struct Terms {
  DecimalContext* context;
  Rounding rounding;
};
Terms ReadTerms(Arguments& arguments) {
  const Value rounding = arguments.OrNone("rounding");
  DecimalContext& context = Context(arguments);
  return {&context, rounding.is_none() ? context.rounding : ReadRounding(rounding)};
}

// ------------------------------------------------------------------------------------------ rounding

Value Quantize(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  const Value given = arguments.Required("exp");
  const std::optional<DecimalNumber> pattern = OperandOf(arguments.interpreter().Resolve(given));
  if (!pattern) RaiseTypeError("conversion from " + TypeName(given) + " to Decimal is not supported");
  const Terms terms = ReadTerms(arguments);
  return MakeDecimal(QuantizeDecimal(number, *pattern, terms.rounding, *terms.context));
}

template <bool kExact>
Value ToIntegral(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  const Terms terms = ReadTerms(arguments);
  if (!number.is_finite() || number.exponent >= 0) return MakeDecimal(number);
  bool inexact = false;
  DecimalNumber whole = Rescaled(number, 0, terms.rounding, &inexact);
  if (kExact) terms.context->Signal(DecimalSignal::kRounded);
  if (kExact && inexact) terms.context->Signal(DecimalSignal::kInexact);
  return MakeDecimal(std::move(whole));
}

Value Normalize(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  DecimalContext& context = Context(arguments);
  return MakeDecimal(WithoutTrailingZeros(FitDecimal(number, context)));
}

Value RequireInteger(const DecimalNumber& number) {
  if (number.is_nan()) RaiseValueError("cannot convert NaN to integer");
  if (!number.is_finite()) Raise(Exceptions().overflow_error, "cannot convert Infinity to integer");
  return TruncatedInteger(number);
}

template <Rounding kRounding>
Value ToInteger(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  arguments.Finish();
  return RequireInteger(number.is_finite() && number.exponent < 0 ? Rescaled(number, 0, kRounding) : number);
}

/// round(d) is an int, round(d, 2) a Decimal.
Value Round(Interpreter& interpreter, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  const Value places = arguments.OrNone("ndigits");
  arguments.Finish();
  if (places.is_none()) {
    return RequireInteger(number.is_finite() && number.exponent < 0 ? Rescaled(number, 0, Rounding::kHalfEven)
                                                                    : number);
  }
  const DecimalNumber pattern{false, DecimalKind::kFinite, Value::Int(1), -python::RequireInteger(interpreter, places)};
  DecimalContext& context = ContextOf(interpreter);
  return MakeDecimal(QuantizeDecimal(number, pattern, context.rounding, context));
}

Value ToFloat(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  arguments.Finish();
  if (number.kind == DecimalKind::kSignalingNan) RaiseValueError("cannot convert signaling NaN to float");
  return Value::Float(DoubleOfDecimal(number));
}

// ------------------------------------------------------------------------------------------ parts

Value AsTuple(Interpreter& interpreter, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  arguments.Finish();
  std::vector<Value> digits;
  if (number.is_finite() || !integer::IsZero(number.coefficient)) {
    for (const char c : IntegerText(number.coefficient)) digits.push_back(Value::Int(c - '0'));
  }
  Value exponent = Value::Int(number.exponent);
  if (number.kind == DecimalKind::kInfinity) {
    exponent = MakeStr("F");
    digits = {Value::Int(0)};
  } else if (number.is_nan()) {
    exponent = MakeStr(number.kind == DecimalKind::kNan ? "n" : "N");
  }
  return interpreter.CallMethod(interpreter.Import("decimal"), "DecimalTuple",
                                {Value::Int(number.negative ? 1 : 0), MakeTuple(std::move(digits)), exponent});
}

Value Gcd(Value one, Value two) {
  while (!integer::IsZero(two)) {
    Value rest = integer::Rest(one, two);
    one = std::exchange(two, std::move(rest));
  }
  return one;
}

Value AsIntegerRatio(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  arguments.Finish();
  if (number.is_nan()) RaiseValueError("cannot convert NaN to integer ratio");
  if (!number.is_finite()) Raise(Exceptions().overflow_error, "cannot convert Infinity to integer ratio");
  if (number.exponent >= 0) return MakeTuple({TruncatedInteger(number), Value::Int(1)});
  const Value denominator = integer::PowerOfTen(-number.exponent);
  const Value common = Gcd(number.coefficient, denominator);
  const Value numerator = integer::Divide(number.coefficient, common);
  return MakeTuple({number.negative ? integer::Negated(numerator) : numerator, integer::Divide(denominator, common)});
}

Value Adjusted(Interpreter&, Arguments& arguments) {
  const DecimalNumber& number = Number(arguments);
  arguments.Finish();
  return Value::Int(number.is_finite() ? number.adjusted() : 0);
}

Value ToEngString(Interpreter& interpreter, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  Context(arguments);
  return MakeStr(EngineeringText(number, ContextOf(interpreter).capitals));
}

template <bool (*kQuestion)(const DecimalNumber&)>
Value Ask(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  Context(arguments);
  return Value::Bool(kQuestion(number));
}
bool IsNan(const DecimalNumber& number) {
  return number.is_nan();
}
bool IsQuietNan(const DecimalNumber& number) {
  return number.kind == DecimalKind::kNan;
}
bool IsSignalingNan(const DecimalNumber& number) {
  return number.kind == DecimalKind::kSignalingNan;
}
bool IsInfinite(const DecimalNumber& number) {
  return number.kind == DecimalKind::kInfinity;
}
bool IsFinite(const DecimalNumber& number) {
  return number.is_finite();
}
bool IsZero(const DecimalNumber& number) {
  return number.is_zero();
}
bool IsSigned(const DecimalNumber& number) {
  return number.negative;
}
bool IsCanonical(const DecimalNumber&) {
  return true;
}

// ------------------------------------------------------------------------------------------ operations

Value Sqrt(Interpreter&, Arguments& arguments) {
  const DecimalNumber number = Number(arguments);
  return MakeDecimal(SquareRoot(number, Context(arguments)));
}

Value CompareWith(Interpreter&, Arguments& arguments) {
  const DecimalNumber one = Number(arguments);
  const DecimalNumber two = Other(arguments);
  DecimalContext& context = Context(arguments);
  if (one.is_nan() || two.is_nan()) return MakeDecimal(AddDecimals(one, two, context));
  return MakeDecimal(DecimalOfInteger(Value::Int(CompareDecimals(one, two))));
}

template <int kSign>
Value Extreme(Interpreter&, Arguments& arguments) {
  const DecimalNumber one = Number(arguments);
  const DecimalNumber two = Other(arguments);
  DecimalContext& context = Context(arguments);
  if (one.is_nan() || two.is_nan()) return MakeDecimal(FitDecimal(one.is_nan() ? two : one, context));
  return MakeDecimal(FitDecimal(CompareDecimals(one, two) * kSign >= 0 ? one : two, context));
}

Value CopyAbs(Interpreter&, Arguments& arguments) {
  DecimalNumber number = Number(arguments);
  arguments.Finish();
  number.negative = false;
  return MakeDecimal(std::move(number));
}

Value CopyNegate(Interpreter&, Arguments& arguments) {
  DecimalNumber number = Number(arguments);
  arguments.Finish();
  number.negative = !number.negative;
  return MakeDecimal(std::move(number));
}

Value CopySign(Interpreter&, Arguments& arguments) {
  DecimalNumber number = Number(arguments);
  number.negative = Other(arguments).negative;
  return MakeDecimal(std::move(number));
}

Value Abs(Interpreter& interpreter, Arguments& arguments) {
  DecimalNumber number = Number(arguments);
  arguments.Finish();
  number.negative = false;
  return MakeDecimal(FitDecimal(std::move(number), ContextOf(interpreter)));
}

Value DivMod(Interpreter& interpreter, Arguments& arguments) {
  const DecimalNumber one = Number(arguments);
  const Value other = arguments.Required("other");
  const std::optional<DecimalNumber> two = OperandOf(other);
  if (!two) return NotImplementedValue();
  const DecimalQuotient quotient = DivideWhole(one, *two, ContextOf(interpreter));
  return MakeTuple({MakeDecimal(quotient.whole), MakeDecimal(quotient.rest)});
}

Value ScaleB(Interpreter&, Arguments& arguments) {
  DecimalNumber number = Number(arguments);
  const std::optional<Value> places = IntegerOfDecimal(Other(arguments));
  DecimalContext& context = Context(arguments);
  if (!places) return MakeDecimal(context.Invalid(InvalidReason::kInvalidOperation));
  number.exponent += SmallInteger(*places).value_or(0);
  return MakeDecimal(FitDecimal(std::move(number), context));
}

Value Fma(Interpreter&, Arguments& arguments) {
  const DecimalNumber one = Number(arguments);
  const DecimalNumber two = Other(arguments);
  const Value third = arguments.Required("third");
  DecimalContext& context = Context(arguments);
  const std::optional<DecimalNumber> three = OperandOf(third);
  if (!three) RaiseTypeError("conversion from " + TypeName(third) + " to Decimal is not supported");
  DecimalContext exact = context;
  exact.precision = one.digits() + two.digits() + 1;
  return MakeDecimal(AddDecimals(MultiplyDecimals(one, two, exact), *three, context));
}

Value SameQuantum(Interpreter&, Arguments& arguments) {
  const DecimalNumber one = Number(arguments);
  const DecimalNumber two = Other(arguments);
  Context(arguments);
  if (!one.is_finite() || !two.is_finite())
    return Value::Bool(one.is_nan() == two.is_nan() && one.is_finite() == two.is_finite());
  return Value::Bool(one.exponent == two.exponent);
}

Value FromFloat(Interpreter& interpreter, Arguments& arguments) {
  const auto* type = Cast<TypeObject>(arguments.Self());
  const Value number = interpreter.Resolve(arguments.Required("f"));
  arguments.Finish();
  if (IsInteger(number)) return MakeDecimal(DecimalOfInteger(number), type);
  if (!AsDouble(number)) RaiseTypeError("argument must be int or float");
  return MakeDecimal(DecimalOfFloat(*AsDouble(number)), type);
}

Value Itself(Interpreter&, Arguments& arguments) {
  return arguments.Self();
}
Value ItselfWithMemo(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Optional("memo");
  return self;
}

constexpr NativeMethod kMethods[] = {
    {"from_float", FromFloat, MethodKind::kClassMethod},
    {"quantize", Quantize},
    {"to_integral_value", ToIntegral<false>},
    {"to_integral", ToIntegral<false>},
    {"to_integral_exact", ToIntegral<true>},
    {"normalize", Normalize},
    {"__int__", ToInteger<Rounding::kDown>},
    {"__trunc__", ToInteger<Rounding::kDown>},
    {"__floor__", ToInteger<Rounding::kFloor>},
    {"__ceil__", ToInteger<Rounding::kCeiling>},
    {"__round__", Round},
    {"__float__", ToFloat},
    {"as_tuple", AsTuple},
    {"as_integer_ratio", AsIntegerRatio},
    {"adjusted", Adjusted},
    {"to_eng_string", ToEngString},
    {"is_nan", Ask<IsNan>},
    {"is_qnan", Ask<IsQuietNan>},
    {"is_snan", Ask<IsSignalingNan>},
    {"is_infinite", Ask<IsInfinite>},
    {"is_finite", Ask<IsFinite>},
    {"is_zero", Ask<IsZero>},
    {"is_signed", Ask<IsSigned>},
    {"is_canonical", Ask<IsCanonical>},
    {"sqrt", Sqrt},
    {"compare", CompareWith},
    {"max", Extreme<1>},
    {"min", Extreme<-1>},
    {"copy_abs", CopyAbs},
    {"copy_negate", CopyNegate},
    {"copy_sign", CopySign},
    {"__abs__", Abs},
    {"__divmod__", DivMod},
    {"scaleb", ScaleB},
    {"fma", Fma},
    {"same_quantum", SameQuantum},
    {"canonical", Itself},
    {"conjugate", Itself},
    {"__copy__", Itself},
    {"__deepcopy__", ItselfWithMemo},
};

}  // namespace

const std::span<const NativeMethod> kDecimalMethods = kMethods;

}  // namespace limbeck::python
