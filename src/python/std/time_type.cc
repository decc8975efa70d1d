#include <fmt/format.h>

#include "python/std/datetime_objects.h"
#include "python/std/native_tools.h"
#include "python/std/time_format.h"
#include "python/types/numbers.h"

// datetime.time

namespace limbeck::python {
namespace {

const TimeState& State(const Value& self) {
  return *TimeOf(self);
}

std::optional<Duration> OffsetOf(Interpreter& interpreter, const Value& self) {
  return UtcOffset(interpreter, State(self).tzinfo, Value::None());
}

struct Parts {
  int64_t hour, minute, second, microsecond, fold;
  Value tzinfo;
};

Value MakeFrom(const Parts& parts, const TypeObject* type) {
  CheckTime(parts.hour, parts.minute, parts.second, parts.microsecond, parts.fold);
  CheckTzInfo(parts.tzinfo);
  return MakeTime({static_cast<int>(parts.hour), static_cast<int>(parts.minute), static_cast<int>(parts.second),
                   static_cast<int>(parts.microsecond), static_cast<int>(parts.fold)},
                  parts.tzinfo, type);
}

Value Make(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "time", given);
  Parts parts{};
  parts.hour = arguments.Int("hour", 0);
  parts.minute = arguments.Int("minute", 0);
  parts.second = arguments.Int("second", 0);
  parts.microsecond = arguments.Int("microsecond", 0);
  parts.tzinfo = interpreter.Resolve(arguments.OrNone("tzinfo"));
  parts.fold = arguments.KeywordInt("fold").value_or(0);
  arguments.Finish();
  return MakeFrom(parts, type);
}

Value Replace(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const ClockTime& time = State(self).time;
  Parts parts{};
  parts.hour = arguments.Int("hour", time.hour);
  parts.minute = arguments.Int("minute", time.minute);
  parts.second = arguments.Int("second", time.second);
  parts.microsecond = arguments.Int("microsecond", time.microsecond);
  const Value tzinfo = arguments.Optional("tzinfo");
  parts.tzinfo = tzinfo.is_empty() ? State(self).tzinfo : interpreter.Resolve(tzinfo);
  parts.fold = arguments.KeywordInt("fold").value_or(time.fold);
  arguments.Finish();
  return MakeFrom(parts, TypeOf(self));
}

Value FromIsoFormat(Interpreter& interpreter, Arguments& arguments) {
  const auto* type = Cast<TypeObject>(arguments.Self());
  const Value given = arguments.Required("time_string");
  arguments.Finish();
  const auto* text = Cast<StrObject>(given);
  if (text == nullptr) RaiseTypeError("fromisoformat: argument must be str");
  std::string_view clock = text->text();
  if (clock.starts_with('T')) clock.remove_prefix(1);
  const auto read = ReadIsoTime(clock);
  if (!read) RaiseValueError("Invalid isoformat string: " + interpreter.Repr(given));
  const ClockTime& time = read->time;
  CheckTime(time.hour, time.minute, time.second, time.microsecond, 0);
  return MakeTime(time, read->offset ? MakeTimezone(*read->offset) : Value::None(), type);
}

Value IsoFormat(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string spec = arguments.String("timespec", "auto");
  arguments.Finish();
  return MakeStr(ClockText(State(self).time, spec) + OffsetText(OffsetOf(interpreter, self)));
}

Value StrFTime(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string format = arguments.String("format");
  arguments.Finish();
  return MakeStr(FormatMoment(interpreter, self, format));
}

template <const char* const& kMethod>
Value Ask(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return AskOffset(interpreter, State(self).tzinfo, kMethod, Value::None());
}
constexpr const char* kUtcOffset = "utcoffset";
constexpr const char* kDst = "dst";

Value TzName(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return AskName(interpreter, State(self).tzinfo, Value::None());
}

// ------------------------------------------------------------------------------------------ operators

Int128 Position(const ClockTime& time, const std::optional<Duration>& offset) {
  const Int128 local = static_cast<Int128>(SecondsOf(time)) * Duration::kSecond + time.microsecond;
  return offset ? local - offset->microseconds : local;
}

Value Compare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const TimeState* two = TimeOf(other);
  if (two == nullptr) return NotImplementedValue();
  const auto offset = OffsetOf(interpreter, self);
  const auto other_offset = OffsetOf(interpreter, other);
  if (offset.has_value() != other_offset.has_value()) {
    if (op == CompareOp::kEqual || op == CompareOp::kNotEqual) return FromOrder(1, op);
    RaiseTypeError("can't compare offset-naive and offset-aware times");
  }
  const Int128 left = Position(State(self).time, offset);
  const Int128 right = Position(two->time, other_offset);
  return FromOrder(left < right ? -1 : left == right ? 0 : 1, op);
}

uint64_t Hash(Interpreter& interpreter, const Value& self) {
  return static_cast<uint64_t>(Position(State(self).time, OffsetOf(interpreter, self))) * 0x9E3779B97F4A7C15U;
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  const ClockTime& time = State(self).time;
  std::string text = fmt::format("{}({}, {}", ReprName(self), time.hour, time.minute);
  if (time.second != 0 || time.microsecond != 0) text += fmt::format(", {}", time.second);
  if (time.microsecond != 0) text += fmt::format(", {}", time.microsecond);
  if (!State(self).tzinfo.is_none()) text += ", tzinfo=" + interpreter.Repr(State(self).tzinfo);
  if (time.fold != 0) text += ", fold=1";
  return text + ")";
}

std::string Str(Interpreter& interpreter, const Value& self) {
  return ClockText(State(self).time) + OffsetText(OffsetOf(interpreter, self));
}

std::string Format(Interpreter& interpreter, const Value& self, std::string_view specification) {
  if (specification.empty()) return interpreter.Str(self);
  return interpreter.Str(interpreter.CallMethod(self, "strftime", {MakeStr(specification)}));
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
    {"fromisoformat", FromIsoFormat, MethodKind::kClassMethod},
    {"replace", Replace},
    {"isoformat", IsoFormat},
    {"strftime", StrFTime},
    {"utcoffset", Ask<kUtcOffset>},
    {"dst", Ask<kDst>},
    {"tzname", TzName},
};

const TypeObject* MakeType() {
  Slots slots;
  slots.make = Make;
  slots.repr = Repr;
  slots.str = Str;
  slots.format = Format;
  slots.hash = Hash;
  slots.compare = Compare;
  const TypeObject* type = ShownWithModule(MakeNativeType(
      {.name = "time", .module = "datetime", .methods = kMethods, .properties = kProperties, .slots = slots}));
  AddConstant(type, "min", MakeTime({}, Value::None(), type));
  AddConstant(type, "max", MakeTime({23, 59, 59, 999'999}, Value::None(), type));
  AddConstant(type, "resolution", MakeTimedelta({1}));
  return type;
}

}  // namespace

const TypeObject* TimeType() {
  static const TypeObject* const kType = MakeType();
  return kType;
}

const TimeState* TimeOf(const Value& value) {
  return StateOf<TimeState>(value);
}

Value MakeTime(const ClockTime& time, const Value& tzinfo, const TypeObject* type) {
  return MakeInstance(type, std::make_unique<TimeState>(time, tzinfo));
}

void CheckTime(int64_t hour, int64_t minute, int64_t second, int64_t microsecond, int64_t fold) {
  if (hour < 0 || hour > 23) RaiseValueError("hour must be in 0..23");
  if (minute < 0 || minute > 59) RaiseValueError("minute must be in 0..59");
  if (second < 0 || second > 59) RaiseValueError("second must be in 0..59");
  if (microsecond < 0 || microsecond > 999'999) RaiseValueError("microsecond must be in 0..999999");
  if (fold < 0 || fold > 1) RaiseValueError("fold must be either 0 or 1");
}

std::string ClockText(const ClockTime& time, std::string_view time_spec) {
  std::string_view spec = time_spec;
  if (spec == "auto") spec = time.microsecond == 0 ? "seconds" : "microseconds";
  if (spec == "hours") return fmt::format("{:02}", time.hour);
  if (spec == "minutes") return fmt::format("{:02}:{:02}", time.hour, time.minute);
  std::string text = fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
  if (spec == "seconds") return text;
  if (spec == "milliseconds") return text + fmt::format(".{:03}", time.microsecond / 1000);
  if (spec == "microseconds") return text + fmt::format(".{:06}", time.microsecond);
  RaiseValueError("Unknown timespec value");
}

}  // namespace limbeck::python
