#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "driver/result.h"
#include "pymodules/enum_members.h"
#include "python/interpreter.h"
#include "sql/type.h"

// What connection.execute() gives: Result, its rows, scalars and mappings.

namespace limbeck::pymodules {

/// What an execution gave.
struct Outcome {
  /// Null for a statement that gives no rows.
  std::unique_ptr<driver::RowStream> rows;
  int64_t row_count = -1;
  std::optional<int64_t> last_insert_rowid;
  /// The columns' SQLAlchemy types as far as they are known: of a select() of columns, not of text().
  std::vector<sql::Type> types;
  /// For each of them, the members of its Python enum, or null.
  std::vector<std::shared_ptr<const EnumMembers>> members;
  /// The primary key of the one row that an insert() made.
  std::optional<std::vector<python::Value>> inserted_key;
  /// How many rows partitions() gives at once, as yield_per said; 0: all.
  int64_t partition_size = 0;
};

python::Value WrapResult(Outcome outcome);

/// The value of a column of the stream's row, by its SQLAlchemy type.
python::Value LoadCell(python::Interpreter& interpreter, const driver::RowStream& rows, size_t column,
                       const sql::Type& type);

/// Row, Result and its like by their names: for annotations and isinstance().
void AddResultClasses(python::ModuleObject& module);

/// A cell as the Python value that psycopg2 or sqlite3 gives.
python::Value ReadCell(python::Interpreter& interpreter, const driver::Cell& cell, const driver::Column& column);

}  // namespace limbeck::pymodules
