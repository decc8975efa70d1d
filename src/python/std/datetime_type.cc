#include <fmt/format.h>

#include <cmath>

#include "base/local_time.h"
#include "base/utf8.h"
#include "python/integers.h"
#include "python/std/datetime_objects.h"
#include "python/std/datetime_parts.h"
#include "python/std/native_tools.h"
#include "python/std/struct_time.h"
#include "python/std/time_format.h"
#include "python/types/numbers.h"

// datetime.datetime: operators, texts and conversions. How one is made is in datetime_making.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

const DateTimeState& State(const Value& self) {
  return *DateTimeOf(self);
}

std::optional<Duration> OffsetOf(Interpreter& interpreter, const Value& self) {
  return UtcOffset(interpreter, State(self).tzinfo, self);
}

Int128 LocalPosition(const Value& self) {
  return MicrosecondsOf(State(self).date, State(self).time);
}

constexpr Int128 kEpoch = static_cast<Int128>(kEpochOrdinal - 1) * Duration::kDay;

/// Microseconds since 1970 in UTC; a naive moment is one of the machine's own zone.
Int128 PosixPosition(Interpreter& interpreter, const Value& self) {
  const Int128 local = LocalPosition(self) - kEpoch;
  if (const auto offset = OffsetOf(interpreter, self)) return local - offset->microseconds;
  const auto seconds = static_cast<int64_t>(FloorDivide(local, Duration::kSecond));
  const int64_t utc = UtcOfLocal(seconds, State(self).time.fold != 0);
  return local + (static_cast<Int128>(utc) - seconds) * Duration::kSecond;
}

// ------------------------------------------------------------------------------------------ operators

Value Shifted(Interpreter& interpreter, const Value& self, Int128 by) {
  const auto civil = CivilTimeOf(LocalPosition(self) + by);
  if (!civil) Raise(Exceptions().overflow_error, "date value out of range");
  return MakeDateTimeOf(interpreter, TypeOf(self), civil->date, civil->time, State(self).tzinfo);
}

Value Difference(Interpreter& interpreter, const Value& one, const Value& two) {
  const Int128 apart = LocalPosition(one) - LocalPosition(two);
  if (State(one).tzinfo.Is(State(two).tzinfo)) return MakeTimedelta({apart});
  const auto offset = OffsetOf(interpreter, one);
  const auto other = OffsetOf(interpreter, two);
  if (offset.has_value() != other.has_value()) {
    RaiseTypeError("can't subtract offset-naive and offset-aware datetimes");
  }
  return MakeTimedelta({offset ? apart - offset->microseconds + other->microseconds : apart});
}

Value Binary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (const TimedeltaState* delta = TimedeltaOf(other)) {
    if (op == Operator::kAdd) return Shifted(interpreter, self, delta->duration.microseconds);
    if (op == Operator::kSubtract && !reflected) return Shifted(interpreter, self, -delta->duration.microseconds);
    return NotImplementedValue();
  }
  if (op != Operator::kSubtract || DateTimeOf(other) == nullptr) return NotImplementedValue();
  return reflected ? Difference(interpreter, other, self) : Difference(interpreter, self, other);
}

Value Compare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const bool is_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  const DateTimeState* two = DateTimeOf(other);
  if (two == nullptr) {
    if (DateOf(other) == nullptr) return NotImplementedValue();
    if (is_equality) return FromOrder(1, op);
    RaiseTypeError(fmt::format("can't compare {} to {}", TypeOf(self)->FullName(), TypeOf(other)->FullName()));
  }
  Int128 left = LocalPosition(self);
  Int128 right = LocalPosition(other);
  if (!State(self).tzinfo.Is(two->tzinfo)) {
    const auto offset = OffsetOf(interpreter, self);
    const auto other_offset = OffsetOf(interpreter, other);
    if (offset.has_value() != other_offset.has_value()) {
      if (is_equality) return FromOrder(1, op);
      RaiseTypeError("can't compare offset-naive and offset-aware datetimes");
    }
    if (offset) left -= offset->microseconds;
    if (other_offset) right -= other_offset->microseconds;
  }
  return FromOrder(left < right ? -1 : left == right ? 0 : 1, op);
}

uint64_t Hash(Interpreter& interpreter, const Value& self) {
  const auto offset = OffsetOf(interpreter, self);
  const Int128 position = LocalPosition(self) - (offset ? offset->microseconds : 0);
  return static_cast<uint64_t>(position) * 0x9E3779B97F4A7C15U;
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  const DateTimeState& state = State(self);
  const ClockTime& time = state.time;
  std::string text = fmt::format("{}({}, {}, {}, {}, {}", ReprName(self), state.date.year, state.date.month,
                                 state.date.day, time.hour, time.minute);
  if (time.second != 0 || time.microsecond != 0) text += fmt::format(", {}", time.second);
  if (time.microsecond != 0) text += fmt::format(", {}", time.microsecond);
  if (time.fold != 0) text += ", fold=1";
  if (!state.tzinfo.is_none()) text += ", tzinfo=" + interpreter.Repr(state.tzinfo);
  return text + ")";
}

std::string IsoText(Interpreter& interpreter, const Value& self, std::string_view separator,
                    std::string_view time_spec) {
  return DateText(State(self).date) + std::string(separator) + ClockText(State(self).time, time_spec) +
         OffsetText(OffsetOf(interpreter, self));
}

std::string Str(Interpreter& interpreter, const Value& self) {
  return IsoText(interpreter, self, " ", "auto");
}

// ------------------------------------------------------------------------------------------ methods

Value IsoFormat(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string separator = arguments.String("sep", "T");
  const std::string spec = arguments.String("timespec", "auto");
  arguments.Finish();
  if (Utf8Count(separator) != 1) RaiseTypeError("isoformat() argument 1 must be a unicode character, not str");
  return MakeStr(IsoText(interpreter, self, separator, spec));
}

Value Timestamp(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return Value::Float(static_cast<double>(PosixPosition(interpreter, self)) / 1e6);
}

Value AsTimezone(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value zone = interpreter.Resolve(arguments.OrNone("tz"));
  arguments.Finish();
  CheckTzInfo(zone);
  const Int128 utc = PosixPosition(interpreter, self) + kEpoch;
  if (zone.is_none()) {
    const auto seconds = static_cast<int64_t>(FloorDivide(utc - kEpoch, Duration::kSecond));
    const LocalOffset local = LocalOffsetAt(seconds);
    const Value made = interpreter.Call(Value(TimezoneType()),
                                        {MakeTimedelta(Duration::Seconds(local.seconds)), MakeStr(local.abbreviation)});
    return MakeDateTimeAt(utc + local.seconds * Duration::kSecond, made);
  }
  if (zone.Is(State(self).tzinfo)) return self;
  return interpreter.CallMethod(zone, "fromutc", {MakeDateTimeAt(utc, zone)});
}

Value DatePart(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeDate(State(self).date);
}
Value TimePart(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeTime(State(self).time, Value::None());
}
Value TimeTzPart(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeTime(State(self).time, State(self).tzinfo);
}

Value TimeTuple(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  BrokenTime broken = Break(State(self).date, State(self).time);
  const Value summer = AskOffset(interpreter, State(self).tzinfo, "dst", self);
  if (const TimedeltaState* length = TimedeltaOf(summer)) broken.is_summer = length->duration.microseconds != 0 ? 1 : 0;
  return MakeStructTime(broken);
}

Value UtcTimeTuple(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  const auto offset = OffsetOf(interpreter, self);
  const auto civil = CivilTimeOf(LocalPosition(self) - (offset ? offset->microseconds : 0));
  if (!civil) Raise(Exceptions().overflow_error, "date value out of range");
  BrokenTime broken = Break(civil->date, civil->time);
  broken.is_summer = 0;
  return MakeStructTime(broken);
}

template <const char* const& kMethod>
Value Ask(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return AskOffset(interpreter, State(self).tzinfo, kMethod, self);
}
constexpr const char* kUtcOffset = "utcoffset";
constexpr const char* kDst = "dst";

Value TzName(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return AskName(interpreter, State(self).tzinfo, self);
}

template <int ClockTime::*kPart>
Value Part(Interpreter&, const Value& self) {
  return Value::Int(State(self).time.*kPart);
}
Value TzInfo(Interpreter&, const Value& self) {
  return State(self).tzinfo;
}

constexpr NativeProperty kProperties[] = {
    {"hour", Part<&ClockTime::hour>},     {"minute", Part<&ClockTime::minute>},
    {"second", Part<&ClockTime::second>}, {"microsecond", Part<&ClockTime::microsecond>},
    {"fold", Part<&ClockTime::fold>},     {"tzinfo", TzInfo},
};
constexpr NativeMethod kMethods[] = {
    {"isoformat", IsoFormat},
    {"timestamp", Timestamp},
    {"astimezone", AsTimezone},
    {"date", DatePart},
    {"time", TimePart},
    {"timetz", TimeTzPart},
    {"timetuple", TimeTuple},
    {"utctimetuple", UtcTimeTuple},
    {"utcoffset", Ask<kUtcOffset>},
    {"dst", Ask<kDst>},
    {"tzname", TzName},
};

const TypeObject* MakeType() {
  Slots slots;
  slots.make = MakeDateTimeFromArguments;
  slots.repr = Repr;
  slots.str = Str;
  slots.hash = Hash;
  slots.compare = Compare;
  slots.binary = Binary;
  std::vector<NativeMethod> methods(std::begin(kMethods), std::end(kMethods));
  methods.insert(methods.end(), kDateTimeMakers.begin(), kDateTimeMakers.end());
  const TypeObject* type = ShownWithModule(MakeNativeType({.name = "datetime",
                                                           .module = "datetime",
                                                           .base = DateType(),
                                                           .methods = methods,
                                                           .properties = kProperties,
                                                           .slots = slots}));
  AddConstant(type, "min", MakeDateTime({kMinYear, 1, 1}, {}, Value::None(), type));
  AddConstant(type, "max", MakeDateTime({kMaxYear, 12, 31}, {23, 59, 59, 999'999}, Value::None(), type));
  AddConstant(type, "resolution", MakeTimedelta({1}));
  return type;
}

}  // namespace

const TypeObject* DateTimeType() {
  static const TypeObject* const kType = MakeType();
  return kType;
}

const DateTimeState* DateTimeOf(const Value& value) {
  return StateOf<DateTimeState>(value);
}

Value MakeDateTime(const CivilDate& date, const ClockTime& time, const Value& tzinfo, const TypeObject* type) {
  return MakeInstance(type, std::make_unique<DateTimeState>(date, time, tzinfo));
}

Value MakeDateTimeAt(Int128 microseconds, const Value& tzinfo, const TypeObject* type) {
  const auto civil = CivilTimeOf(microseconds);
  if (!civil) Raise(Exceptions().overflow_error, "date value out of range");
  return MakeDateTime(civil->date, civil->time, tzinfo, type);
}

/// What the format asks for of the zone is asked of it, and no more.
std::string FormatMoment(Interpreter& interpreter, const Value& self, const std::string& format) {
  const DateTimeState* moment = DateTimeOf(self);
  const TimeState* clock = TimeOf(self);
  const DateState* date = DateOf(self);
  const CivilDate day = date != nullptr ? date->date : CivilDate{1900, 1, 1};
  const ClockTime time = moment != nullptr ? moment->time : clock != nullptr ? clock->time : ClockTime{};
  BrokenTime broken = Break(day, time);
  const Value tzinfo = moment != nullptr ? moment->tzinfo : clock != nullptr ? clock->tzinfo : Value::None();
  if (!tzinfo.is_none()) {
    const Value when = moment != nullptr ? self : Value::None();
    if (format.find("%z") != std::string::npos) broken.offset = OffsetText(UtcOffset(interpreter, tzinfo, when), "");
    if (format.find("%Z") != std::string::npos) {
      const Value name = AskName(interpreter, tzinfo, when);
      if (!name.is_none()) broken.zone = interpreter.Str(name);
    }
  }
  return FormatTime(broken, format);
}

}  // namespace limbeck::python
