#pragma once

#include <string_view>

#include "python/value.h"

// What a dialect object tells scripts about its database, apart from its state.

namespace limbeck::pymodules {

/// The plain attribute `name` of the dialect (supports_comments, max_identifier_length, driver, ...); empty when
/// there is none.
python::Value DialectFact(std::string_view dialect, std::string_view name);

/// dialect.identifier_preparer: quotes names.
python::Value MakeIdentifierPreparer(std::string_view dialect);

}  // namespace limbeck::pymodules
