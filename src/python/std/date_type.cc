#include <fmt/format.h>

#include <cmath>

#include "base/local_time.h"
#include "python/integers.h"
#include "python/std/datetime_objects.h"
#include "python/std/native_tools.h"
#include "python/std/struct_time.h"
#include "python/std/time_format.h"
#include "python/types/numbers.h"

// datetime.date

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

const CivilDate& Civil(const Value& self) {
  return DateOf(self)->date;
}

const TypeObject* ClassOf(Arguments& arguments) {
  return Cast<TypeObject>(arguments.Self());
}

/// A class method's result: of a subclass the class is called, as CPython does.
Value MakeOf(Interpreter& interpreter, const TypeObject* type, const CivilDate& date) {
  if (type == DateType()) return MakeDate(date, type);
  return interpreter.Call(Value(type), {Value::Int(date.year), Value::Int(date.month), Value::Int(date.day)});
}

Value Make(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "date", given);
  const int64_t year = RequireInteger(interpreter, arguments.Required("year"));
  const int64_t month = RequireInteger(interpreter, arguments.Required("month"));
  const int64_t day = RequireInteger(interpreter, arguments.Required("day"));
  arguments.Finish();
  CheckDate(year, month, day);
  return MakeDate({static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)}, type);
}

Value Today(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  arguments.Finish();
  // Of a datetime it is the datetime: cls.fromtimestamp(time.time()).
  const auto now = interpreter.host().clock->Now().time_since_epoch().count();
  return interpreter.CallMethod(Value(type), "fromtimestamp", {Value::Float(static_cast<double>(now) / 1e6)});
}

Value FromTimestamp(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const double timestamp = std::floor(arguments.Float("timestamp"));
  arguments.Finish();
  if (!(std::fabs(timestamp) < 1e14)) RaiseValueError(fmt::format("year is out of range"));
  const auto seconds = static_cast<int64_t>(timestamp);
  const int64_t local = seconds + LocalOffsetAt(seconds).seconds;
  const auto civil = CivilTimeOf((static_cast<Int128>(local) + (kEpochOrdinal - 1) * 86'400) * Duration::kSecond);
  if (!civil) RaiseValueError("year is out of range");
  return MakeOf(interpreter, type, civil->date);
}

Value FromOrdinal(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const int64_t ordinal = RequireInteger(interpreter, arguments.Required("ordinal"));
  arguments.Finish();
  if (ordinal < 1) RaiseValueError("ordinal must be >= 1");
  if (ordinal > kMaxOrdinal) RaiseValueError(fmt::format("year is out of range"));
  return MakeOf(interpreter, type, DateOfOrdinal(ordinal));
}

Value FromIsoFormat(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  const Value given = arguments.Required("date_string");
  arguments.Finish();
  const auto* text = Cast<StrObject>(given);
  if (text == nullptr) RaiseTypeError("fromisoformat: argument must be str");
  const size_t length = text->text().size();
  const auto date = length == 7 || length == 8 || length == 10 ? ReadIsoDate(text->text()) : std::nullopt;
  if (!date) RaiseValueError("Invalid isoformat string: " + interpreter.Repr(given));
  CheckDate(date->year, date->month, date->day);
  return MakeOf(interpreter, type, *date);
}

Value FromIsoCalendar(Interpreter& interpreter, Arguments& arguments) {
  const TypeObject* type = ClassOf(arguments);
  IsoWeek week;
  week.year = static_cast<int>(arguments.Int("year"));
  week.week = static_cast<int>(arguments.Int("week"));
  week.weekday = static_cast<int>(arguments.Int("day"));
  arguments.Finish();
  const auto date = DateOfIsoWeek(week);
  if (date) return MakeOf(interpreter, type, *date);
  if (week.year < kMinYear || week.year > kMaxYear) RaiseValueError(fmt::format("Year is out of range: {}", week.year));
  if (week.weekday < 1 || week.weekday > 7) {
    RaiseValueError(fmt::format("Invalid day: {} (range is [1, 7])", week.weekday));
  }
  RaiseValueError(fmt::format("Invalid week: {}", week.week));
}

// ------------------------------------------------------------------------------------------ methods

Value Replace(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const CivilDate& date = Civil(self);
  const int64_t year = arguments.Int("year", date.year);
  const int64_t month = arguments.Int("month", date.month);
  const int64_t day = arguments.Int("day", date.day);
  arguments.Finish();
  CheckDate(year, month, day);
  return MakeOf(interpreter, TypeOf(self), {static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)});
}

Value ToOrdinal(Interpreter&, Arguments& arguments) {
  return Value::Int(OrdinalOf(Civil(arguments.Self())));
}
Value Weekday(Interpreter&, Arguments& arguments) {
  return Value::Int(WeekdayOf(Civil(arguments.Self())));
}
Value IsoWeekday(Interpreter&, Arguments& arguments) {
  return Value::Int(WeekdayOf(Civil(arguments.Self())) + 1);
}

Value IsoCalendar(Interpreter&, Arguments& arguments) {
  const IsoWeek week = IsoWeekOf(Civil(arguments.Self()));
  return MakeIsoCalendarDate(week);
}

Value IsoFormat(Interpreter&, Arguments& arguments) {
  return MakeStr(DateText(Civil(arguments.Self())));
}

std::string CtimeText(const CivilDate& date, const ClockTime& time) {
  return fmt::format("{:.3} {:.3} {:2} {:02}:{:02}:{:02} {:04}", kDayNames[WeekdayOf(date)],
                     kMonthNames[date.month - 1], date.day, time.hour, time.minute, time.second, date.year);
}

Value Ctime(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const DateTimeState* moment = DateTimeOf(self);
  return MakeStr(CtimeText(Civil(self), moment == nullptr ? ClockTime{} : moment->time));
}

Value TimeTuple(Interpreter&, Arguments& arguments) {
  return MakeStructTime(Break(Civil(arguments.Self()), {}));
}

Value StrFTime(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string format = arguments.String("format");
  arguments.Finish();
  return MakeStr(FormatMoment(interpreter, self, format));
}

// ------------------------------------------------------------------------------------------ operators

Value Shifted(Interpreter& interpreter, const Value& self, Int128 days) {
  const Int128 ordinal = OrdinalOf(Civil(self)) + days;
  if (ordinal < 1 || ordinal > kMaxOrdinal) Raise(Exceptions().overflow_error, "date value out of range");
  return MakeOf(interpreter, TypeOf(self), DateOfOrdinal(static_cast<int64_t>(ordinal)));
}

/// The time of day of a timedelta does not count.
Value Binary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (const TimedeltaState* delta = TimedeltaOf(other)) {
    const int64_t days = delta->duration.days();
    if (op == Operator::kAdd) return Shifted(interpreter, self, days);
    if (op == Operator::kSubtract && !reflected) return Shifted(interpreter, self, -days);
    return NotImplementedValue();
  }
  const DateState* date = DateOf(other);
  if (date == nullptr || DateTimeOf(other) != nullptr || op != Operator::kSubtract) return NotImplementedValue();
  const Value& left = reflected ? other : self;
  const Value& right = reflected ? self : other;
  const Int128 days = OrdinalOf(Civil(left)) - OrdinalOf(Civil(right));
  return MakeTimedelta({days * Duration::kDay});
}

Value Compare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const DateState* date = DateOf(other);
  if (date == nullptr || DateTimeOf(other) != nullptr) return NotImplementedValue();
  const CivilDate& one = Civil(self);
  return FromOrder(one < date->date ? -1 : one == date->date ? 0 : 1, op);
}

uint64_t Hash(Interpreter&, const Value& self) {
  return static_cast<uint64_t>(OrdinalOf(Civil(self))) * 0x9E3779B97F4A7C15U;
}

std::string Repr(Interpreter&, const Value& self) {
  const CivilDate& date = Civil(self);
  return fmt::format("{}({}, {}, {})", ReprName(self), date.year, date.month, date.day);
}

std::string Str(Interpreter& interpreter, const Value& self) {
  return interpreter.Str(interpreter.CallMethod(self, "isoformat", {}));
}

std::string Format(Interpreter& interpreter, const Value& self, std::string_view specification) {
  if (specification.empty()) return interpreter.Str(self);
  return interpreter.Str(interpreter.CallMethod(self, "strftime", {MakeStr(specification)}));
}

Value Year(Interpreter&, const Value& self) {
  return Value::Int(Civil(self).year);
}
Value Month(Interpreter&, const Value& self) {
  return Value::Int(Civil(self).month);
}
Value Day(Interpreter&, const Value& self) {
  return Value::Int(Civil(self).day);
}

constexpr NativeProperty kProperties[] = {{"year", Year}, {"month", Month}, {"day", Day}};
constexpr NativeMethod kMethods[] = {
    {"today", Today, MethodKind::kClassMethod},
    {"fromtimestamp", FromTimestamp, MethodKind::kClassMethod},
    {"fromordinal", FromOrdinal, MethodKind::kClassMethod},
    {"fromisoformat", FromIsoFormat, MethodKind::kClassMethod},
    {"fromisocalendar", FromIsoCalendar, MethodKind::kClassMethod},
    {"replace", Replace},
    {"toordinal", ToOrdinal},
    {"weekday", Weekday},
    {"isoweekday", IsoWeekday},
    {"isocalendar", IsoCalendar},
    {"isoformat", IsoFormat},
    {"ctime", Ctime},
    {"timetuple", TimeTuple},
    {"strftime", StrFTime},
};

const TypeObject* MakeType() {
  Slots slots;
  slots.make = Make;
  slots.repr = Repr;
  slots.str = Str;
  slots.format = Format;
  slots.hash = Hash;
  slots.compare = Compare;
  slots.binary = Binary;
  const TypeObject* type = ShownWithModule(MakeNativeType(
      {.name = "date", .module = "datetime", .methods = kMethods, .properties = kProperties, .slots = slots}));
  AddConstant(type, "min", MakeDate({kMinYear, 1, 1}, type));
  AddConstant(type, "max", MakeDate({kMaxYear, 12, 31}, type));
  AddConstant(type, "resolution", MakeTimedelta({Duration::kDay}));
  return type;
}

}  // namespace

const TypeObject* DateType() {
  static const TypeObject* const kType = MakeType();
  return kType;
}

const DateState* DateOf(const Value& value) {
  return StateOf<DateState>(value);
}

Value MakeDate(const CivilDate& date, const TypeObject* type) {
  return MakeInstance(type, std::make_unique<DateState>(date));
}

void CheckDate(int64_t year, int64_t month, int64_t day) {
  if (year < kMinYear || year > kMaxYear) RaiseValueError(fmt::format("year {} is out of range", year));
  if (month < 1 || month > 12) RaiseValueError("month must be in 1..12");
  if (day < 1 || day > DaysInMonth(static_cast<int>(year), static_cast<int>(month))) {
    RaiseValueError("day is out of range for month");
  }
}

std::string DateText(const CivilDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace limbeck::python
