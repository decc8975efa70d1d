#include <algorithm>
#include <cmath>

#include "python/integers.h"
#include "python/std/math_integers.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"

// math: its functions of floats. Those of integers are in math_integers.cc.

namespace limbeck::python {
namespace {

double Number(Arguments& arguments, const char* name = "x") {
  return RealNumber(arguments.interpreter(), arguments.Required(name));
}

[[noreturn]] void RaiseDomain() {
  RaiseValueError("math domain error");
}

/// A result that is no number is wrong unless the argument was none; an infinite one is too large.
Value Checked(double result, bool had_nan, bool had_infinity, bool overflows) {
  if (std::isnan(result) && !had_nan) RaiseDomain();
  if (std::isinf(result) && !had_infinity && !had_nan) {
    if (!overflows) RaiseDomain();
    Raise(Exceptions().overflow_error, "math range error");
  }
  return Value::Float(result);
}

template <double (*kFunction)(double), bool kOverflows = false>
Value One(Interpreter&, Arguments& arguments) {
  const double x = Number(arguments);
  arguments.Finish();
  return Checked(kFunction(x), std::isnan(x), std::isinf(x), kOverflows);
}

template <double (*kFunction)(double, double), bool kOverflows = false>
Value Two(Interpreter&, Arguments& arguments) {
  const double x = Number(arguments);
  const double y = Number(arguments, "y");
  arguments.Finish();
  return Checked(kFunction(x, y), std::isnan(x) || std::isnan(y), std::isinf(x) || std::isinf(y), kOverflows);
}

double Exp2(double x) {
  return std::exp2(x);
}
double Gamma(double x) {
  return x == std::floor(x) && x <= 0 ? NAN : std::tgamma(x);
}
double LogGamma(double x) {
  return std::lgamma(x);
}
double Degrees(double x) {
  return x * (180.0 / M_PI);
}
double Radians(double x) {
  return x * (M_PI / 180.0);
}
double Ulp(double x) {
  const double size = std::fabs(x);
  if (!std::isfinite(size)) return size;
  const double next = std::nextafter(size, INFINITY);
  return std::isinf(next) ? size - std::nextafter(size, 0.0) : next - size;
}

Value Pow(Interpreter&, Arguments& arguments) {
  const double x = Number(arguments);
  const double y = Number(arguments, "y");
  arguments.Finish();
  if (x == 0 && y < 0) RaiseDomain();
  return Checked(std::pow(x, y), (std::isnan(x) && y != 0) || (std::isnan(y) && x != 1), std::isinf(x) || std::isinf(y),
                 true);
}

Value Modf(Interpreter&, Arguments& arguments) {
  double whole = 0;
  const double part = std::modf(Number(arguments), &whole);
  return MakeTuple({Value::Float(part), Value::Float(whole)});
}

Value Frexp(Interpreter&, Arguments& arguments) {
  int exponent = 0;
  const double mantissa = std::frexp(Number(arguments), &exponent);
  return MakeTuple({Value::Float(mantissa), Value::Int(std::isfinite(mantissa) ? exponent : 0)});
}

Value Ldexp(Interpreter& interpreter, Arguments& arguments) {
  const double x = Number(arguments);
  const int64_t exponent = std::clamp<int64_t>(RequireInteger(interpreter, arguments.Required("i")), -10'000, 10'000);
  arguments.Finish();
  return Checked(std::ldexp(x, static_cast<int>(exponent)), std::isnan(x), std::isinf(x), true);
}

template <bool (*kQuestion)(double)>
Value Ask(Interpreter&, Arguments& arguments) {
  const double x = Number(arguments);
  arguments.Finish();
  return Value::Bool(kQuestion(x));
}
bool IsNan(double x) {
  return std::isnan(x);
}
bool IsInf(double x) {
  return std::isinf(x);
}
bool IsFinite(double x) {
  return std::isfinite(x);
}

Value IsClose(Interpreter& interpreter, Arguments& arguments) {
  const double a = Number(arguments, "a");
  const double b = Number(arguments, "b");
  const auto tolerance = [&](const char* name, double fallback) {
    const Value given = arguments.Keyword(name);
    return given.is_empty() ? fallback : RealNumber(interpreter, given);
  };
  const double relative = tolerance("rel_tol", 1e-9);
  const double absolute = tolerance("abs_tol", 0);
  arguments.Finish();
  if (relative < 0 || absolute < 0) RaiseValueError("tolerances must be non-negative");
  if (a == b) return Value::Bool(true);
  if (std::isinf(a) || std::isinf(b)) return Value::Bool(false);
  const double apart = std::fabs(b - a);
  return Value::Bool(apart <= std::fabs(relative * b) || apart <= std::fabs(relative * a) || apart <= absolute);
}

// ------------------------------------------------------------------------------------------ logarithms

/// Of integers that no float can hold, too.
template <double (*kFunction)(double)>
double LogOf(Interpreter& interpreter, const Value& value) {
  const Value number = interpreter.Resolve(value);
  const std::string digits = IsInteger(number) ? IntegerText(number, 16) : "";
  constexpr size_t kTooManyDigits = 255;
  if (digits.size() < kTooManyDigits || digits.starts_with('-')) {
    const double x = digits.size() < kTooManyDigits ? RealNumber(interpreter, number) : -1;
    if (x <= 0) RaiseDomain();
    return kFunction(x);
  }
  // The first sixteen digits as a fraction, and the power of two that is missing.
  int exponent = 0;
  const double head = std::frexp(static_cast<double>(std::stoull(digits.substr(0, 16), nullptr, 16)), &exponent);
  return kFunction(head) + kFunction(2.0) * static_cast<double>(exponent + 4 * (digits.size() - 16));
}

double NaturalLog(double x) {
  return std::log(x);
}
double DecimalLog(double x) {
  return std::log10(x);
}
double BinaryLog(double x) {
  return std::log2(x);
}

Value Log(Interpreter& interpreter, Arguments& arguments) {
  const double x = LogOf<NaturalLog>(interpreter, arguments.Required("x"));
  const Value base = arguments.Optional("base");
  arguments.Finish();
  if (base.is_empty()) return Value::Float(x);
  const double divisor = LogOf<NaturalLog>(interpreter, base);
  if (divisor == 0) Raise(Exceptions().zero_division_error, "float division by zero");
  return Value::Float(x / divisor);
}

template <double (*kFunction)(double)>
Value LogBase(Interpreter& interpreter, Arguments& arguments) {
  const double x = LogOf<kFunction>(interpreter, arguments.Required("x"));
  arguments.Finish();
  return Value::Float(x);
}

Value Log1p(Interpreter&, Arguments& arguments) {
  const double x = Number(arguments);
  arguments.Finish();
  if (x <= -1) RaiseDomain();
  return Value::Float(std::log1p(x));
}

// ------------------------------------------------------------------------------------------ sums

/// Exactly rounded: parts that do not overlap are kept.
Value FSum(Interpreter& interpreter, Arguments& arguments) {
  const Value items = arguments.Required("seq");
  arguments.Finish();
  std::vector<double> parts;
  double special = 0;
  interpreter.ForEach(items, [&](const Value& item) {
    double x = RealNumber(interpreter, item);
    if (!std::isfinite(x)) special += x;
    size_t kept = 0;
    for (double y : parts) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0) parts[kept++] = low;
      x = high;
    }
    parts.resize(kept);
    parts.push_back(x);
  });
  if (special != 0 || std::isnan(special)) return Value::Float(special);
  double sum = 0;
  while (!parts.empty()) {
    const double x = sum;
    const double y = parts.back();
    parts.pop_back();
    sum = x + y;
    const double low = y - (sum - x);
    if (low == 0) continue;
    // Half a unit in the last place goes where the next part points.
    if (!parts.empty() && (low < 0) == (parts.back() < 0) && sum + 2 * low - sum == 2 * low) sum += 2 * low;
    break;
  }
  return Value::Float(sum);
}

double Norm(const std::vector<double>& parts) {
  double largest = 0;
  for (const double part : parts) {
    if (std::isinf(part)) return INFINITY;
    largest = std::max(largest, std::fabs(part));
  }
  if (largest == 0) return 0;
  if (parts.size() == 2) return std::hypot(parts[0], parts[1]);
  long double sum = 0;
  for (const double part : parts) sum += static_cast<long double>(part / largest) * (part / largest);
  return static_cast<double>(largest * std::sqrt(sum));
}

Value Hypot(Interpreter& interpreter, Arguments& arguments) {
  std::vector<double> parts;
  for (const Value& part : arguments.Rest()) parts.push_back(RealNumber(interpreter, part));
  arguments.Finish();
  return Value::Float(Norm(parts));
}

Value Dist(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> one = interpreter.ToVector(arguments.Required("p"));
  const std::vector<Value> two = interpreter.ToVector(arguments.Required("q"));
  arguments.Finish();
  if (one.size() != two.size()) RaiseValueError("both points must have the same number of dimensions");
  std::vector<double> parts;
  for (size_t i = 0; i < one.size(); ++i) {
    parts.push_back(RealNumber(interpreter, one[i]) - RealNumber(interpreter, two[i]));
  }
  return Value::Float(Norm(parts));
}

constexpr NativeFunction kFunctions[] = {
    {"acos", One<std::acos>},
    {"acosh", One<std::acosh>},
    {"asin", One<std::asin>},
    {"asinh", One<std::asinh>},
    {"atan", One<std::atan>},
    {"atan2", Two<std::atan2>},
    {"atanh", One<std::atanh>},
    {"cbrt", One<std::cbrt>},
    {"copysign", Two<std::copysign>},
    {"cos", One<std::cos>},
    {"cosh", One<std::cosh, true>},
    {"degrees", One<Degrees>},
    {"dist", Dist},
    {"erf", One<std::erf>},
    {"erfc", One<std::erfc>},
    {"exp", One<std::exp, true>},
    {"exp2", One<Exp2, true>},
    {"expm1", One<std::expm1, true>},
    {"fabs", One<std::fabs>},
    {"fmod", Two<std::fmod>},
    {"frexp", Frexp},
    {"fsum", FSum},
    {"gamma", One<Gamma, true>},
    {"hypot", Hypot},
    {"isclose", IsClose},
    {"isfinite", Ask<IsFinite>},
    {"isinf", Ask<IsInf>},
    {"isnan", Ask<IsNan>},
    {"ldexp", Ldexp},
    {"lgamma", One<LogGamma>},
    {"log", Log},
    {"log10", LogBase<DecimalLog>},
    {"log1p", Log1p},
    {"log2", LogBase<BinaryLog>},
    {"modf", Modf},
    {"nextafter", Two<std::nextafter, true>},
    {"pow", Pow},
    {"radians", One<Radians>},
    {"remainder", Two<std::remainder>},
    {"sin", One<std::sin>},
    {"sinh", One<std::sinh, true>},
    {"sqrt", One<std::sqrt>},
    {"tan", One<std::tan>},
    {"tanh", One<std::tanh>},
    {"ulp", One<Ulp>},
};

}  // namespace

void FillMath(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddFunctions(module, kIntegerMath);
  AddValue(module, "pi", Value::Float(M_PI));
  AddValue(module, "e", Value::Float(M_E));
  AddValue(module, "tau", Value::Float(2 * M_PI));
  AddValue(module, "inf", Value::Float(INFINITY));
  AddValue(module, "nan", Value::Float(NAN));
}

}  // namespace limbeck::python
