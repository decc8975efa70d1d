#include "python/std/datetime_objects.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/std/zone_rules.h"

// The native half of zoneinfo, pytz and dateutil.tz: what the system's zones say of moments.

namespace limbeck::python {
namespace {

const ZoneRules& Rules(Arguments& arguments) {
  const std::string name = arguments.String("name");
  const ZoneRules* rules = ZoneRules::Find(name);
  if (rules == nullptr) Raise(Exceptions().key_error, name);
  return *rules;
}

Value Has(Interpreter&, Arguments& arguments) {
  return Value::Bool(ZoneRules::Find(arguments.String("name")) != nullptr);
}

Value IsFixed(Interpreter&, Arguments& arguments) {
  return Value::Bool(Rules(arguments).is_fixed());
}

Value Names(Interpreter&, Arguments& arguments) {
  arguments.Finish();
  std::vector<Value> names;
  for (const std::string& name : ZoneRules::Names()) names.push_back(MakeStr(name));
  return MakeList(std::move(names));
}

/// Seconds since 1970 of a datetime's own reading.
int64_t SecondsOfReading(const Value& when) {
  const DateTimeState* moment = DateTimeOf(when);
  if (moment == nullptr) RaiseTypeError("a datetime is needed, not " + TypeName(when));
  return (OrdinalOf(moment->date) - kEpochOrdinal) * 86'400 + SecondsOf(moment->time);
}

/// (utcoffset, dst, tzname)
Value Described(const ZoneRules::Offset& offset) {
  return MakeTuple({MakeTimedelta(Duration::Seconds(offset.seconds)), MakeTimedelta(Duration::Seconds(offset.summer)),
                    MakeStr(offset.abbreviation)});
}

/// at_local(name, datetime): by its reading and its fold.
Value AtLocal(Interpreter&, Arguments& arguments) {
  const ZoneRules& rules = Rules(arguments);
  const Value when = arguments.Required("when");
  arguments.Finish();
  const int64_t seconds = SecondsOfReading(when);
  return Described(rules.AtLocal(seconds, DateTimeOf(when)->time.fold != 0));
}

/// at_utc(name, datetime): the reading is one of UTC.
Value AtUtc(Interpreter&, Arguments& arguments) {
  const ZoneRules& rules = Rules(arguments);
  const Value when = arguments.Required("when");
  arguments.Finish();
  return Described(rules.AtUtc(SecondsOfReading(when)));
}

/// How often the zone's clocks show this: 0, 1 or 2 times.
Value Readings(Interpreter&, Arguments& arguments) {
  const ZoneRules& rules = Rules(arguments);
  const Value when = arguments.Required("when");
  arguments.Finish();
  switch (rules.ReadingAt(SecondsOfReading(when))) {
    case ZoneRules::Reading::kNever:
      return Value::Int(0);
    case ZoneRules::Reading::kTwice:
      return Value::Int(2);
    default:
      return Value::Int(1);
  }
}

constexpr NativeFunction kFunctions[] = {{"has", Has},          {"is_fixed", IsFixed}, {"names", Names},
                                         {"at_local", AtLocal}, {"at_utc", AtUtc},     {"readings", Readings}};

}  // namespace

void FillZoneInfo(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
}

}  // namespace limbeck::python
