#pragma once

#include "python/type.h"

namespace limbeck::python {

/// UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError: their text, and their arguments by name.
void FillUnicodeEncodeError(TypeObject& type);
void FillUnicodeDecodeError(TypeObject& type);
void FillUnicodeTranslateError(TypeObject& type);

}  // namespace limbeck::python
