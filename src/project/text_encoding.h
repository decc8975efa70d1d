#pragma once

#include <string>
#include <string_view>

#include "limbeck/error.h"

namespace limbeck::project {

/// UTF-8 in another encoding, by one of Python's names for it: utf-8, utf-8-sig, utf-16 (and -le, -be), ascii and
/// latin-1. Throws Error (kConfig) at `place`: LookupError for an encoding that is not known, UnicodeEncodeError for a
/// character that it does not have.
std::string EncodeText(std::string_view text, const std::string& encoding, const Place& place);

}  // namespace limbeck::project
