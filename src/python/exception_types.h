#pragma once

#include <functional>

#include "python/type.h"

namespace limbeck::python {

/// Gives the built-in exception classes their bases, methods and attributes; a part of PrepareBuiltinTypes().
void FillExceptionTypes();

/// What a built-in exception class does itself: filled in by exception.cc.
void FillException(TypeObject& type);

/// All built-in exception classes, bases first.
void ForEachExceptionType(const std::function<void(TypeObject&)>& visit);

}  // namespace limbeck::python
