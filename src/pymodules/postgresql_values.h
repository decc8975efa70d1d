#pragma once

#include <cstdint>
#include <string_view>

#include "python/interpreter.h"

namespace limbeck::pymodules {

/// A value as PostgreSQL's server writes it, as the Python value that psycopg2 makes of it: by the number of its type
/// (pg_type.oid). Texts of types that have no Python class stay str.
python::Value ReadPostgresqlText(python::Interpreter& interpreter, std::string_view text, uint32_t type);

}  // namespace limbeck::pymodules
