#pragma once

#include <span>

#include "python/std/datetime_objects.h"

// Between the two files of datetime.datetime.

namespace limbeck::python {

/// datetime(year, month, day, ...)
Value MakeDateTimeFromArguments(Interpreter& interpreter, const TypeObject* type, CallArguments& given);

/// now(), strptime(), combine(), replace(), ...
extern const std::span<const NativeMethod> kDateTimeMakers;

/// An instance of the class; of a script's subclass the class is called, as CPython does.
Value MakeDateTimeOf(Interpreter& interpreter, const TypeObject* type, const CivilDate& date, const ClockTime& time,
                     const Value& tzinfo);

}  // namespace limbeck::python
