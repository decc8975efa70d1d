#pragma once

#include "python/interpreter.h"
#include "python/std/time_format.h"

// Tuples with names: time.struct_time and what date.isocalendar() gives.

namespace limbeck::python {

const TypeObject* StructTimeType();
/// tm_isdst is `is_summer`; tm_zone and tm_gmtoff are those given, or None.
Value MakeStructTime(const BrokenTime& time, const Value& zone = Value::None(), const Value& offset = Value::None());
/// The fields of a struct_time or of a tuple of nine; TypeError with this text otherwise.
BrokenTime ReadStructTime(Interpreter& interpreter, const Value& value,
                          std::string_view refusal = "Tuple or struct_time argument required");

Value MakeIsoCalendarDate(const IsoWeek& week);

}  // namespace limbeck::python
