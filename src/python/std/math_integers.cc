#include "python/std/math_integers.h"

#include <cmath>

#include "python/integers.h"
#include "python/interpreter.h"
#include "python/std/decimal_number.h"
#include "python/std/native_tools.h"

namespace limbeck::python {
namespace {

bool IsNegative(const Value& number) {
  return CompareIntegers(number, Value::Int(0)) < 0;
}

Value Size(const Value& number) {
  return IsNegative(number) ? integer::Negated(number) : number;
}

Value Whole(Arguments& arguments, const char* name) {
  return arguments.interpreter().Index(arguments.Required(name));
}

Value WholeFloat(double number) {
  if (std::isnan(number)) RaiseValueError("cannot convert float NaN to integer");
  if (std::isinf(number)) Raise(Exceptions().overflow_error, "cannot convert float infinity to integer");
  return TruncatedInteger(DecimalOfFloat(number));
}

/// The class's own method, or the float's.
template <double (*kFunction)(double)>
Value RoundBy(Interpreter& interpreter, const Value& given, const char* method) {
  const Value number = interpreter.Resolve(given);
  if (IsInteger(number)) return interpreter.Index(number);
  if (!AsDouble(number)) {
    const Value own = interpreter.FindAttribute(number, Symbol::Intern(method));
    if (!own.is_empty()) return interpreter.Call(own, {});
  }
  return WholeFloat(kFunction(RealNumber(interpreter, number)));
}

Value Ceil(Interpreter& interpreter, Arguments& arguments) {
  return RoundBy<std::ceil>(interpreter, arguments.Required("x"), "__ceil__");
}
Value Floor(Interpreter& interpreter, Arguments& arguments) {
  return RoundBy<std::floor>(interpreter, arguments.Required("x"), "__floor__");
}
Value Trunc(Interpreter& interpreter, Arguments& arguments) {
  return RoundBy<std::trunc>(interpreter, arguments.Required("x"), "__trunc__");
}

Value GcdOf(Value one, Value two) {
  while (!integer::IsZero(two)) {
    Value rest = integer::Rest(one, two);
    one = std::exchange(two, std::move(rest));
  }
  return one;
}

Value Gcd(Interpreter& interpreter, Arguments& arguments) {
  Value result = Value::Int(0);
  for (const Value& number : arguments.Rest()) result = GcdOf(result, Size(interpreter.Index(number)));
  arguments.Finish();
  return result;
}

Value Lcm(Interpreter& interpreter, Arguments& arguments) {
  Value result = Value::Int(1);
  for (const Value& given : arguments.Rest()) {
    const Value number = Size(interpreter.Index(given));
    if (integer::IsZero(number)) return number;
    result = integer::Multiply(integer::Divide(result, GcdOf(result, number)), number);
  }
  arguments.Finish();
  return result;
}

Value Factorial(Interpreter& interpreter, Arguments& arguments) {
  const Value given = interpreter.Resolve(arguments.Required("x"));
  arguments.Finish();
  if (given.is_float()) RaiseTypeError("'float' object cannot be interpreted as an integer");
  const int64_t number = RequireInteger(interpreter, given);
  if (number < 0) RaiseValueError("factorial() not defined for negative values");
  Value product = Value::Int(1);
  for (int64_t i = 2; i <= number; ++i) product = integer::Multiply(product, Value::Int(i));
  return product;
}

/// n * (n - 1) * ...: `count` factors.
Value FallingProduct(Value number, int64_t count) {
  Value product = Value::Int(1);
  for (int64_t i = 0; i < count; ++i) {
    product = integer::Multiply(product, number);
    number = integer::Subtract(number, Value::Int(1));
  }
  return product;
}

Value Perm(Interpreter& interpreter, Arguments& arguments) {
  const Value n = Whole(arguments, "n");
  const Value given = arguments.OrNone("k");
  arguments.Finish();
  const Value k = given.is_none() ? n : interpreter.Index(given);
  if (IsNegative(n)) RaiseValueError("n must be a non-negative integer");
  if (IsNegative(k)) RaiseValueError("k must be a non-negative integer");
  if (CompareIntegers(k, n) > 0) return Value::Int(0);
  return FallingProduct(n, RequireInteger(interpreter, k));
}

Value Comb(Interpreter& interpreter, Arguments& arguments) {
  const Value n = Whole(arguments, "n");
  const Value k = Whole(arguments, "k");
  arguments.Finish();
  if (IsNegative(n)) RaiseValueError("n must be a non-negative integer");
  if (IsNegative(k)) RaiseValueError("k must be a non-negative integer");
  if (CompareIntegers(k, n) > 0) return Value::Int(0);
  const Value other = integer::Subtract(n, k);
  const Value& fewer = CompareIntegers(k, other) < 0 ? k : other;
  const int64_t count = RequireInteger(interpreter, fewer);
  return integer::Divide(FallingProduct(n, count), FallingProduct(fewer, count));
}

Value ISqrt(Interpreter&, Arguments& arguments) {
  const Value number = Whole(arguments, "n");
  arguments.Finish();
  if (IsNegative(number)) RaiseValueError("isqrt() argument must be nonnegative");
  return integer::Root(number);
}

Value Prod(Interpreter& interpreter, Arguments& arguments) {
  const Value items = arguments.Required("iterable");
  const Value start = arguments.Keyword("start");
  arguments.Finish();
  Value product = start.is_empty() ? Value::Int(1) : start;
  interpreter.ForEach(
      items, [&](const Value& item) { product = interpreter.Binary(ast::BinaryOperator::kMultiply, product, item); });
  return product;
}

constexpr NativeFunction kFunctions[] = {
    {"ceil", Ceil}, {"comb", Comb},   {"factorial", Factorial}, {"floor", Floor}, {"gcd", Gcd},
    {"lcm", Lcm},   {"isqrt", ISqrt}, {"perm", Perm},           {"prod", Prod},   {"trunc", Trunc},
};

}  // namespace

const std::span<const NativeFunction> kIntegerMath = kFunctions;

}  // namespace limbeck::python
