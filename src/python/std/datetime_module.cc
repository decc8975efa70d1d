#include "python/std/datetime_objects.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"

namespace limbeck::python {

void FillDatetime(Interpreter&, ModuleObject& module) {
  for (const TypeObject* type :
       {DateType(), TimeType(), DateTimeType(), TimedeltaType(), TzInfoType(), TimezoneType()}) {
    AddType(module, type);
  }
  AddValue(module, "UTC", UtcTimezone());
  AddValue(module, "MINYEAR", Value::Int(kMinYear));
  AddValue(module, "MAXYEAR", Value::Int(kMaxYear));
}

}  // namespace limbeck::python
