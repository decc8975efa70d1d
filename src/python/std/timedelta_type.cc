#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "python/integers.h"
#include "python/std/datetime_objects.h"
#include "python/std/native_tools.h"
#include "python/types/numbers.h"

// datetime.timedelta

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

constexpr Int128 kLongest = static_cast<Int128>(999'999'999) * Duration::kDay + Duration::kDay - 1;
constexpr Int128 kMostNegative = -static_cast<Int128>(999'999'999) * Duration::kDay;

const Duration& DurationOf(const Value& self) {
  return TimedeltaOf(self)->duration;
}

// ------------------------------------------------------------------------------------------ making

/// Adds up the arguments: whole numbers exactly, and what is left of floats at the end.
class Sum {
 public:
  void Add(Interpreter& interpreter, const char* name, const Value& given, int64_t unit) {
    if (given.is_empty()) return;
    const Value amount = interpreter.Resolve(given);
    if (IsInteger(amount)) {
      whole_ += static_cast<Int128>(RequireInteger(interpreter, amount)) * unit;
      return;
    }
    const std::optional<double> number = AsDouble(amount);
    if (!number) {
      RaiseTypeError(fmt::format("unsupported type for timedelta {} component: {}", name, TypeOf(amount)->FullName()));
    }
    AddFloat(*number, unit);
  }

  Duration Total() const {
    const double rounded = std::nearbyint(left_);
    Int128 total = whole_ + static_cast<Int128>(rounded);
    if (std::fabs(left_ - std::trunc(left_)) == 0.5) {
      total = whole_ + static_cast<Int128>(std::floor(left_));
      if (total % 2 != 0) ++total;
    }
    return {total};
  }

 private:
  void AddFloat(double number, int64_t unit) {
    if (std::isnan(number)) RaiseValueError("cannot convert float NaN to integer");
    if (std::isinf(number)) Raise(Exceptions().overflow_error, "cannot convert float infinity to integer");
    if (std::fabs(number) > 1e18) Raise(Exceptions().overflow_error, "Python int too large to convert to C int");
    double whole = 0;
    const double part = std::modf(number, &whole);
    whole_ += static_cast<Int128>(whole) * unit;
    double whole_part = 0;
    left_ += std::modf(part * static_cast<double>(unit), &whole_part);
    whole_ += static_cast<Int128>(whole_part);
  }

  Int128 whole_ = 0;
  double left_ = 0;
};

struct Unit {
  const char* name;
  int64_t microseconds;
};
constexpr Unit kUnits[] = {
    {"days", Duration::kDay},      {"seconds", Duration::kSecond},      {"microseconds", 1},
    {"milliseconds", 1000},        {"minutes", 60 * Duration::kSecond}, {"hours", 3600 * Duration::kSecond},
    {"weeks", 7 * Duration::kDay},
};

Value Make(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "timedelta", given);
  Sum sum;
  for (const Unit& unit : kUnits) sum.Add(interpreter, unit.name, arguments.Optional(unit.name), unit.microseconds);
  arguments.Finish();
  return MakeTimedelta(sum.Total(), type);
}

// ------------------------------------------------------------------------------------------ arithmetic

[[noreturn]] void RaiseZeroDivision() {
  Raise(Exceptions().zero_division_error, "integer division or modulo by zero");
}

/// A float as mantissa * 2^exponent, with a mantissa of 53 bits.
struct Parts {
  int64_t mantissa = 0;
  int exponent = 0;
};
Parts PartsOf(double number) {
  Parts parts;
  parts.mantissa = static_cast<int64_t>(std::ldexp(std::frexp(number, &parts.exponent), 53));
  parts.exponent -= 53;
  while (parts.mantissa != 0 && parts.mantissa % 2 == 0) {
    parts.mantissa /= 2;
    ++parts.exponent;
  }
  return parts;
}

void RequireFinite(double number) {
  if (std::isnan(number)) RaiseValueError("cannot convert NaN to integer ratio");
  if (std::isinf(number)) Raise(Exceptions().overflow_error, "cannot convert Infinity to integer ratio");
}

/// Exact where 128 bits are enough, which they are for all lengths of less than 290,000 years.
Value TimesFloat(const Duration& duration, double factor) {
  RequireFinite(factor);
  const Parts parts = PartsOf(factor);
  const auto approximate = static_cast<double>(duration.microseconds) * factor;
  if (parts.exponent < -60 || parts.exponent > 0 || std::fabs(static_cast<double>(duration.microseconds)) > 9e18) {
    if (std::fabs(approximate) > 1e23) return MakeTimedelta({kLongest + 1});
    return MakeTimedelta({static_cast<Int128>(std::nearbyint(approximate))});
  }
  return MakeTimedelta({DivideNearest(duration.microseconds * parts.mantissa, Int128(1) << -parts.exponent)});
}

Value DividedByFloat(const Duration& duration, double divisor) {
  RequireFinite(divisor);
  if (divisor == 0) Raise(Exceptions().zero_division_error, "division by zero");
  const Parts parts = PartsOf(divisor);
  const double approximate = static_cast<double>(duration.microseconds) / divisor;
  if (parts.exponent < -60 || parts.exponent > 60 || std::fabs(static_cast<double>(duration.microseconds)) > 9e18) {
    if (std::fabs(approximate) > 1e23) return MakeTimedelta({kLongest + 1});
    return MakeTimedelta({static_cast<Int128>(std::nearbyint(approximate))});
  }
  if (parts.exponent <= 0) {
    return MakeTimedelta({DivideNearest(duration.microseconds * (Int128(1) << -parts.exponent), parts.mantissa)});
  }
  return MakeTimedelta({DivideNearest(duration.microseconds, Int128(parts.mantissa) << parts.exponent)});
}

Value WithNumber(Interpreter& interpreter, Operator op, const Duration& duration, const Value& other) {
  if (!IsInteger(other)) {
    const std::optional<double> number = AsDouble(other);
    if (!number || (op != Operator::kMultiply && op != Operator::kDivide)) return NotImplementedValue();
    return op == Operator::kMultiply ? TimesFloat(duration, *number) : DividedByFloat(duration, *number);
  }
  const int64_t number = RequireInteger(interpreter, other);
  if (op == Operator::kMultiply) {
    const double size = static_cast<double>(duration.microseconds) * static_cast<double>(number);
    return MakeTimedelta({std::fabs(size) > 1e24 ? kLongest + 1 : duration.microseconds * number});
  }
  if (op != Operator::kDivide && op != Operator::kFloorDivide) return NotImplementedValue();
  if (number == 0) RaiseZeroDivision();
  return MakeTimedelta({op == Operator::kDivide ? DivideNearest(duration.microseconds, number)
                                                : FloorDivide(duration.microseconds, number)});
}

Value WithDuration(Operator op, const Duration& one, const Duration& two) {
  switch (op) {
    case Operator::kAdd:
      return MakeTimedelta({one.microseconds + two.microseconds});
    case Operator::kSubtract:
      return MakeTimedelta({one.microseconds - two.microseconds});
    case Operator::kDivide:
      if (two.microseconds == 0) Raise(Exceptions().zero_division_error, "division by zero");
      return Value::Float(static_cast<double>(one.microseconds) / static_cast<double>(two.microseconds));
    case Operator::kFloorDivide:
      if (two.microseconds == 0) RaiseZeroDivision();
      return Value::Int(static_cast<int64_t>(FloorDivide(one.microseconds, two.microseconds)));
    case Operator::kModulo:
      if (two.microseconds == 0) RaiseZeroDivision();
      return MakeTimedelta({one.microseconds - FloorDivide(one.microseconds, two.microseconds) * two.microseconds});
    default:
      return NotImplementedValue();
  }
}

Value Binary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  const TimedeltaState* two = TimedeltaOf(other);
  if (two != nullptr) {
    return reflected ? WithDuration(op, two->duration, DurationOf(self))
                     : WithDuration(op, DurationOf(self), two->duration);
  }
  if (reflected && op != Operator::kMultiply) return NotImplementedValue();
  return WithNumber(interpreter, op, DurationOf(self), other);
}

Value DivMod(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value other = arguments.Required("other");
  arguments.Finish();
  const TimedeltaState* divisor = TimedeltaOf(other);
  if (divisor == nullptr) return NotImplementedValue();
  return MakeTuple({WithDuration(Operator::kFloorDivide, DurationOf(self), divisor->duration),
                    WithDuration(Operator::kModulo, DurationOf(self), divisor->duration)});
}

Value Unary(Interpreter&, ast::UnaryOperator op, const Value& self) {
  if (op == ast::UnaryOperator::kInvert) return NotImplementedValue();
  const bool negates = op == ast::UnaryOperator::kNegate;
  return MakeTimedelta({negates ? -DurationOf(self).microseconds : DurationOf(self).microseconds});
}

Value Abs(Interpreter&, Arguments& arguments) {
  const Int128 length = DurationOf(arguments.Self()).microseconds;
  arguments.Finish();
  return MakeTimedelta({length < 0 ? -length : length});
}

Value Compare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const TimedeltaState* two = TimedeltaOf(other);
  if (two == nullptr) return NotImplementedValue();
  const Duration& one = DurationOf(self);
  return FromOrder(one < two->duration ? -1 : one == two->duration ? 0 : 1, op);
}

uint64_t Hash(Interpreter&, const Value& self) {
  return HashText(DurationText(DurationOf(self)));
}

bool Truth(Interpreter&, const Value& self) {
  return DurationOf(self).microseconds != 0;
}

// ------------------------------------------------------------------------------------------ texts and parts

std::string Repr(Interpreter&, const Value& self) {
  const Duration& duration = DurationOf(self);
  std::vector<std::string> parts;
  if (duration.days() != 0) parts.push_back(fmt::format("days={}", duration.days()));
  if (duration.seconds() != 0) parts.push_back(fmt::format("seconds={}", duration.seconds()));
  if (duration.rest() != 0) parts.push_back(fmt::format("microseconds={}", duration.rest()));
  return ReprName(self) + "(" + (parts.empty() ? "0" : Join(parts, ", ")) + ")";
}

std::string Str(Interpreter&, const Value& self) {
  return DurationText(DurationOf(self));
}

Value Days(Interpreter&, const Value& self) {
  return Value::Int(DurationOf(self).days());
}
Value Seconds(Interpreter&, const Value& self) {
  return Value::Int(DurationOf(self).seconds());
}
Value Microseconds(Interpreter&, const Value& self) {
  return Value::Int(DurationOf(self).rest());
}
Value TotalSeconds(Interpreter&, Arguments& arguments) {
  const double seconds = DurationOf(arguments.Self()).total_seconds();
  arguments.Finish();
  return Value::Float(seconds);
}

constexpr NativeProperty kProperties[] = {{"days", Days}, {"seconds", Seconds}, {"microseconds", Microseconds}};
constexpr NativeMethod kMethods[] = {{"total_seconds", TotalSeconds}, {"__abs__", Abs}, {"__divmod__", DivMod}};

const TypeObject* MakeType() {
  Slots slots;
  slots.make = Make;
  slots.repr = Repr;
  slots.str = Str;
  slots.hash = Hash;
  slots.compare = Compare;
  slots.truth = Truth;
  slots.binary = Binary;
  slots.unary = Unary;
  const TypeObject* type = ShownWithModule(MakeNativeType(
      {.name = "timedelta", .module = "datetime", .methods = kMethods, .properties = kProperties, .slots = slots}));
  AddConstant(type, "min", MakeTimedelta({kMostNegative}, type));
  AddConstant(type, "max", MakeTimedelta({kLongest}, type));
  AddConstant(type, "resolution", MakeTimedelta({1}, type));
  return type;
}

}  // namespace

const TypeObject* TimedeltaType() {
  static const TypeObject* const kType = MakeType();
  return kType;
}

const TimedeltaState* TimedeltaOf(const Value& value) {
  return StateOf<TimedeltaState>(value);
}

Value MakeTimedelta(Duration duration, const TypeObject* type) {
  if (duration.microseconds < kMostNegative || duration.microseconds > kLongest) {
    Raise(Exceptions().overflow_error,
          fmt::format("days={}; must have magnitude <= 999999999",
                      static_cast<int64_t>(FloorDivide(duration.microseconds, Duration::kDay))));
  }
  return MakeInstance(type, std::make_unique<TimedeltaState>(duration));
}

std::string DurationText(const Duration& duration) {
  const int64_t days = duration.days();
  const int seconds = duration.seconds();
  std::string text;
  if (days != 0) text = fmt::format("{} day{}, ", days, days == 1 || days == -1 ? "" : "s");
  text += fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (duration.rest() != 0) text += fmt::format(".{:06}", duration.rest());
  return text;
}

}  // namespace limbeck::python
