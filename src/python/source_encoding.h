#pragma once

#include "base/source.h"

namespace limbeck::python {

/// The text of a Python file as UTF-8 without a byte order mark.
///
/// The encoding is UTF-8 unless one of the first two lines is a comment that names another ("# -*- coding: latin-1
/// -*-"): UTF-8, ASCII, Latin-1 and Windows-1252 under any of their names. The same pointer comes back when nothing had
/// to be changed. Throws SyntaxError for any other encoding, for bytes that are none of the encoding's, and for null
/// bytes.
SourcePtr DecodeSource(SourcePtr source);

}  // namespace limbeck::python
