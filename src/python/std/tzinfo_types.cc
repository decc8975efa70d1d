#include <fmt/format.h>

#include "base/text.h"
#include "python/std/datetime_objects.h"
#include "python/std/native_tools.h"
#include "python/types/numbers.h"

// datetime.tzinfo, which scripts derive from, and datetime.timezone, a fixed offset.

namespace limbeck::python {
namespace {

const TimezoneState* TimezoneOf(const Value& value) {
  return StateOf<TimezoneState>(value);
}

[[noreturn]] void RaiseNoOffset(const char* method) {
  Raise(Exceptions().not_implemented_error, fmt::format("a tzinfo subclass must implement {}()", method));
}

Value RequireDateTime(Arguments& arguments, const char* method) {
  Value when = arguments.Required("dt");
  arguments.Finish();
  if (!when.is_none() && DateTimeOf(when) == nullptr) {
    RaiseTypeError(fmt::format("{}(dt) argument must be a datetime instance or None, not {}", method, TypeName(when)));
  }
  return when;
}

// ------------------------------------------------------------------------------------------ tzinfo

Value MakeTzInfo(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<InstanceObject>(type);
}

Value AbstractName(Interpreter&, Arguments&) {
  RaiseNoOffset("tzname");
}
Value AbstractOffset(Interpreter&, Arguments&) {
  RaiseNoOffset("utcoffset");
}
Value AbstractDst(Interpreter&, Arguments&) {
  RaiseNoOffset("dst");
}

Duration RequireAnswer(const Value& answer, const char* what) {
  const TimedeltaState* length = TimedeltaOf(answer);
  if (length == nullptr) RaiseValueError(fmt::format("fromutc: non-None {} result required", what));
  return length->duration;
}

/// tzinfo.fromutc(dt): standard time first, then summer time as of that.
Value FromUtc(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value when = arguments.Required("dt");
  arguments.Finish();
  const DateTimeState* moment = DateTimeOf(when);
  if (moment == nullptr) RaiseTypeError("fromutc: argument must be a datetime");
  if (!moment->tzinfo.Is(self)) RaiseValueError("fromutc: dt.tzinfo is not self");
  const Duration offset = RequireAnswer(AskOffset(interpreter, self, "utcoffset", when), "utcoffset()");
  const Duration summer = RequireAnswer(AskOffset(interpreter, self, "dst", when), "dst()");
  const Int128 standard = MicrosecondsOf(moment->date, moment->time) + offset.microseconds - summer.microseconds;
  const Value shifted = MakeDateTimeAt(standard, self);
  const Duration later = RequireAnswer(AskOffset(interpreter, self, "dst", shifted), "dst()");
  return MakeDateTimeAt(standard + later.microseconds, self);
}

constexpr NativeMethod kTzInfoMethods[] = {
    {"tzname", AbstractName}, {"utcoffset", AbstractOffset}, {"dst", AbstractDst}, {"fromutc", FromUtc}};

// ------------------------------------------------------------------------------------------ timezone

Value MakeTimezoneOf(Duration offset, Value name, const TypeObject* type) {
  return MakeInstance(type, std::make_unique<TimezoneState>(offset, std::move(name)));
}

Value MakeTimezoneObject(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "timezone", given);
  const Value offset = arguments.Required("offset");
  const Value name = arguments.Optional("name");
  arguments.Finish();
  const TimedeltaState* length = TimedeltaOf(offset);
  if (length == nullptr) {
    RaiseTypeError("timezone() argument 1 must be datetime.timedelta, not " + TypeName(offset));
  }
  if (!name.is_empty() && Cast<StrObject>(name) == nullptr) {
    RaiseTypeError("timezone() argument 2 must be str, not " + TypeName(name));
  }
  const Int128 size = length->duration.microseconds;
  if (size <= -Duration::kDay || size >= Duration::kDay) {
    RaiseValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " +
                    interpreter.Repr(offset) + ".");
  }
  if (size == 0 && name.is_empty() && type == TimezoneType()) return UtcTimezone();
  return MakeTimezoneOf(length->duration, name, type);
}

std::string TimezoneName(const TimezoneState& zone) {
  if (const auto* name = Cast<StrObject>(zone.name)) return name->text();
  return zone.offset.microseconds == 0 ? "UTC" : "UTC" + OffsetText(zone.offset);
}

std::string TimezoneStr(Interpreter&, const Value& self) {
  return TimezoneName(*TimezoneOf(self));
}

std::string TimezoneRepr(Interpreter& interpreter, const Value& self) {
  if (self.Is(UtcTimezone())) return "datetime.timezone.utc";
  const TimezoneState& zone = *TimezoneOf(self);
  std::string text = ReprName(self) + "(" + interpreter.Repr(MakeTimedelta(zone.offset));
  if (!zone.name.is_empty()) text += ", " + interpreter.Repr(zone.name);
  return text + ")";
}

Value CompareTimezones(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const TimezoneState* two = TimezoneOf(other);
  if (two == nullptr || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  return FromOrder(TimezoneOf(self)->offset == two->offset ? 0 : 1, op);
}

uint64_t HashTimezone(Interpreter&, const Value& self) {
  return HashText(DurationText(TimezoneOf(self)->offset));
}

Value TimezoneTzName(Interpreter&, Arguments& arguments) {
  const TimezoneState& zone = *TimezoneOf(arguments.Self());
  RequireDateTime(arguments, "tzname");
  return MakeStr(TimezoneName(zone));
}

Value TimezoneUtcOffset(Interpreter&, Arguments& arguments) {
  const TimezoneState& zone = *TimezoneOf(arguments.Self());
  RequireDateTime(arguments, "utcoffset");
  return MakeTimedelta(zone.offset);
}

Value TimezoneDst(Interpreter&, Arguments& arguments) {
  arguments.Self();
  RequireDateTime(arguments, "dst");
  return Value::None();
}

Value TimezoneFromUtc(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value when = arguments.Required("dt");
  arguments.Finish();
  const DateTimeState* moment = DateTimeOf(when);
  if (moment == nullptr) RaiseTypeError("fromutc() argument must be a datetime instance");
  if (!moment->tzinfo.Is(self)) RaiseValueError("fromutc: dt.tzinfo is not self");
  return MakeDateTimeAt(MicrosecondsOf(moment->date, moment->time) + TimezoneOf(self)->offset.microseconds, self);
}

constexpr NativeMethod kTimezoneMethods[] = {
    {"tzname", TimezoneTzName}, {"utcoffset", TimezoneUtcOffset}, {"dst", TimezoneDst}, {"fromutc", TimezoneFromUtc}};

const TypeObject* MakeTimezoneType() {
  Slots slots;
  slots.make = MakeTimezoneObject;
  slots.repr = TimezoneRepr;
  slots.str = TimezoneStr;
  slots.hash = HashTimezone;
  slots.compare = CompareTimezones;
  const TypeObject* type = ShownWithModule(MakeNativeType(
      {.name = "timezone", .module = "datetime", .base = TzInfoType(), .methods = kTimezoneMethods, .slots = slots}));
  constexpr int64_t kLast = 86'399;
  AddConstant(type, "utc", MakeTimezoneOf({}, Value(), type));
  AddConstant(type, "min", MakeTimezoneOf(Duration::Seconds(-kLast - 1 + 60), Value(), type));
  AddConstant(type, "max", MakeTimezoneOf(Duration::Seconds(kLast + 1 - 60), Value(), type));
  return type;
}

}  // namespace

const TypeObject* TzInfoType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = MakeTzInfo;
    return ShownWithModule(
        MakeNativeType({.name = "tzinfo", .module = "datetime", .methods = kTzInfoMethods, .slots = slots}));
  }();
  return kType;
}

const TypeObject* TimezoneType() {
  static const TypeObject* const kType = MakeTimezoneType();
  return kType;
}

const Value& UtcTimezone() {
  static const Value* const kUtc = new Value(*TimezoneType()->Find(Symbol::Intern("utc")));
  return *kUtc;
}

Value MakeTimezone(Duration offset) {
  return offset.microseconds == 0 ? UtcTimezone() : MakeTimezoneOf(offset, Value(), TimezoneType());
}

void CheckTzInfo(const Value& tzinfo) {
  if (tzinfo.is_none() || TypeOf(tzinfo)->IsSubtypeOf(TzInfoType())) return;
  RaiseTypeError("tzinfo argument must be None or of a tzinfo subclass, not type '" + TypeName(tzinfo) + "'");
}

// ------------------------------------------------------------------------------------------ asking

Value AskOffset(Interpreter& interpreter, const Value& tzinfo, const char* method, const Value& when) {
  if (tzinfo.is_none()) return Value::None();
  const Value answer = interpreter.CallMethod(tzinfo, method, {when});
  if (answer.is_none()) return answer;
  const TimedeltaState* length = TimedeltaOf(answer);
  if (length == nullptr) {
    RaiseTypeError(fmt::format("tzinfo.{}() must return None or a timedelta, not '{}'", method, TypeName(answer)));
  }
  const Int128 size = length->duration.microseconds;
  if (size <= -Duration::kDay || size >= Duration::kDay) {
    RaiseValueError(
        fmt::format("offset must be a timedelta strictly between -timedelta(hours=24) and "
                    "timedelta(hours=24)."));
  }
  return answer;
}

Value AskName(Interpreter& interpreter, const Value& tzinfo, const Value& when) {
  if (tzinfo.is_none()) return Value::None();
  const Value answer = interpreter.CallMethod(tzinfo, "tzname", {when});
  if (!answer.is_none() && Cast<StrObject>(answer) == nullptr) {
    RaiseTypeError("tzinfo.tzname() must return None or a string, not '" + TypeName(answer) + "'");
  }
  return answer;
}

std::optional<Duration> UtcOffset(Interpreter& interpreter, const Value& tzinfo, const Value& when) {
  if (tzinfo.is_none()) return std::nullopt;
  if (TypeOf(tzinfo) == TimezoneType()) return TimezoneOf(tzinfo)->offset;
  const Value answer = AskOffset(interpreter, tzinfo, "utcoffset", when);
  return answer.is_none() ? std::nullopt : std::optional(TimedeltaOf(answer)->duration);
}

std::string OffsetText(const std::optional<Duration>& offset, std::string_view separator) {
  if (!offset) return "";
  const bool west = offset->microseconds < 0;
  const Duration size{west ? -offset->microseconds : offset->microseconds};
  const int seconds = size.seconds();
  std::string text = fmt::format("{}{:02}{}{:02}", west ? '-' : '+', seconds / 3600, separator, seconds / 60 % 60);
  if (seconds % 60 != 0 || size.rest() != 0) text += fmt::format("{}{:02}", separator, seconds % 60);
  if (size.rest() != 0) text += fmt::format(".{:06}", size.rest());
  return text;
}

}  // namespace limbeck::python
