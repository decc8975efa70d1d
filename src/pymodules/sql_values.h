#pragma once

#include "dialect/option_names.h"
#include "python/interpreter.h"
#include "schema/options.h"
#include "sql/type.h"
#include "sql/value.h"

// Plain values on their way between scripts and SQL.

namespace limbeck::pymodules {

/// A value as the script's own again.
python::Value ToScriptValue(const sql::Value& value);

/// The value as SQL has it. Throws TypeError for what SQL has no value for, naming `what`.
sql::Value ReadSqlValue(python::Interpreter& interpreter, const python::Value& value, std::string_view what);

/// The same beside a column or for one: what its type keeps, which for the member of a Python enum need not be its
/// name.
sql::Value ReadSqlValue(python::Interpreter& interpreter, const python::Value& value, std::string_view what,
                        const sql::Type& type);

/// A keyword argument of a dialect: postgresql_with={"fillfactor": 50}, sqlite_where=sa.text("...").
schema::OptionValue ReadOption(python::Interpreter& interpreter, const python::Value& value);

/// Keywords that name a dialect (`postgresql_using`), in order; others are refused as SQLAlchemy refuses them, and
/// those of a dialect that nobody knows are warned about.
schema::Options ReadOptions(python::Interpreter& interpreter,
                            const std::vector<std::pair<python::Symbol, python::Value>>& keywords,
                            dialect::OptionOwner owner);

}  // namespace limbeck::pymodules
