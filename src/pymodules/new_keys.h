#pragma once

#include <vector>

#include "dialect/dialect.h"
#include "pymodules/changes.h"
#include "pymodules/results.h"
#include "pymodules/script_connection.h"

// inserted_primary_key: what the key of a new row is, and how the database is made to tell.

namespace limbeck::pymodules {

struct ColumnState;

/// Names the columns of the primary key that the statement leaves to the database, where somebody can ask for them: an
/// INSERT of one row that returns nothing else.
void NameNewKeys(const ChangeState& state, sql::Insert& insert);

/// The key of the row that one execution makes.
class InsertedKey {
 public:
  InsertedKey(python::Interpreter& interpreter, const python::Value& statement, const ScriptConnection& connection);

  /// Looks at what is about to be executed.
  void Prepare(const sql::Statement& statement);
  /// Puts the key into the outcome, and takes rows out of it that no script has asked for.
  void Take(Outcome& outcome, const dialect::Statement& bound) const;

 private:
  python::Value Given(const dialect::Statement& bound, const ColumnState& column) const;
  bool IsNew(const ColumnState& column) const;

  python::Interpreter& interpreter_;
  const dialect::Dialect& dialect_;
  std::vector<const ColumnState*> columns_;
  sql::Insert insert_;
  bool is_returned_ = false;
};

}  // namespace limbeck::pymodules
