#include "python/std/struct_time.h"

#include "base/text.h"
#include "python/std/native_tools.h"

namespace limbeck::python {
namespace {

constexpr const char* kFields[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                   "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};
constexpr const char* kIsoFields[] = {"year", "week", "weekday"};

/// Of a tuple: the item of that number.
template <size_t kIndex>
Value Item(Interpreter&, const Value& self) {
  return Cast<TupleObject>(self)->items.at(kIndex);
}

std::string NamedRepr(Interpreter& interpreter, const Value& self, std::span<const char* const> names) {
  std::vector<std::string> parts;
  for (size_t i = 0; i < names.size(); ++i) {
    parts.push_back(std::string(names[i]) + "=" + interpreter.Repr(Cast<TupleObject>(self)->items.at(i)));
  }
  return TypeOf(self)->FullName() + "(" + Join(parts, ", ") + ")";
}

std::string ReprStructTime(Interpreter& interpreter, const Value& self) {
  return NamedRepr(interpreter, self, kFields);
}
std::string ReprIsoCalendarDate(Interpreter& interpreter, const Value& self) {
  return NamedRepr(interpreter, self, kIsoFields);
}

template <size_t... kIndexes>
constexpr std::array<NativeProperty, sizeof...(kIndexes)> Properties(const char* const* names,
                                                                     std::index_sequence<kIndexes...>) {
  return {NativeProperty{names[kIndexes], Item<kIndexes>}...};
}

Value Extra(const Value& self, const char* name) {
  const Namespace* attributes = Cast<TupleObject>(self)->attributes();
  const Value* found = attributes == nullptr ? nullptr : attributes->Find(Symbol::Intern(name));
  return found == nullptr ? Value::None() : *found;
}
Value Zone(Interpreter&, const Value& self) {
  return Extra(self, "tm_zone");
}
Value Offset(Interpreter&, const Value& self) {
  return Extra(self, "tm_gmtoff");
}

constexpr NativeProperty kExtraProperties[] = {{"tm_zone", Zone}, {"tm_gmtoff", Offset}};

/// struct_time((2024, 1, 31, ...)): of nine items, or up to eleven with the zone.
Value MakeFromSequence(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "struct_time", given);
  std::vector<Value> items = interpreter.ToVector(arguments.Required("sequence"));
  arguments.Finish();
  if (items.size() < 9 || items.size() > 11) {
    RaiseTypeError("time.struct_time() takes an at least 9-sequence (" + std::to_string(items.size()) +
                   "-sequence given)");
  }
  const Value zone = items.size() > 9 ? items[9] : Value::None();
  const Value offset = items.size() > 10 ? items[10] : Value::None();
  items.resize(9);
  auto made = Make<TupleObject>(std::move(items), type);
  made->MakeAttributes().Set(Symbol::Intern("tm_zone"), zone);
  made->MakeAttributes().Set(Symbol::Intern("tm_gmtoff"), offset);
  return made;
}

const TypeObject* IsoCalendarDateType() {
  static constexpr auto kProperties = Properties(kIsoFields, std::make_index_sequence<3>());
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = RefuseToMake;
    slots.repr = ReprIsoCalendarDate;
    return MakeNativeType({.name = "IsoCalendarDate",
                           .module = "datetime",
                           .base = Types().tuple,
                           .properties = kProperties,
                           .slots = slots});
  }();
  return kType;
}

}  // namespace

const TypeObject* StructTimeType() {
  static constexpr auto kProperties = Properties(kFields, std::make_index_sequence<9>());
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = MakeFromSequence;
    slots.repr = ReprStructTime;
    const TypeObject* type = MakeNativeType(
        {.name = "struct_time", .module = "time", .base = Types().tuple, .properties = kProperties, .slots = slots});
    AddProperties(*const_cast<TypeObject*>(type), kExtraProperties);
    return type;
  }();
  return kType;
}

Value MakeStructTime(const BrokenTime& time, const Value& zone, const Value& offset) {
  std::vector<Value> items;
  for (const int number : {time.date.year, time.date.month, time.date.day, time.time.hour, time.time.minute,
                           time.time.second, time.weekday, time.day_of_year, time.is_summer}) {
    items.push_back(Value::Int(number));
  }
  auto made = Make<TupleObject>(std::move(items), StructTimeType());
  made->MakeAttributes().Set(Symbol::Intern("tm_zone"), zone);
  made->MakeAttributes().Set(Symbol::Intern("tm_gmtoff"), offset);
  return made;
}

BrokenTime ReadStructTime(Interpreter& interpreter, const Value& value, std::string_view refusal) {
  const auto* tuple = Cast<TupleObject>(value);
  if (tuple == nullptr || tuple->items.size() != 9) RaiseTypeError(refusal);
  int numbers[9];
  for (size_t i = 0; i < 9; ++i) numbers[i] = static_cast<int>(RequireInteger(interpreter, tuple->items[i]));
  BrokenTime time;
  time.date = {numbers[0], numbers[1] == 0 ? 1 : numbers[1], numbers[2] == 0 ? 1 : numbers[2]};
  time.time = {numbers[3], numbers[4], numbers[5], 0, 0};
  time.weekday = numbers[6];
  time.day_of_year = numbers[7] == 0 ? 1 : numbers[7];
  time.is_summer = numbers[8];
  return time;
}

Value MakeIsoCalendarDate(const IsoWeek& week) {
  std::vector<Value> items = {Value::Int(week.year), Value::Int(week.week), Value::Int(week.weekday)};
  return Make<TupleObject>(std::move(items), IsoCalendarDateType());
}

}  // namespace limbeck::python
