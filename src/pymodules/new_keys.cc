#include "pymodules/new_keys.h"

#include <algorithm>

#include "pymodules/columns.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

/// The columns of the primary key of the table that gets one new row; none where nobody can ask for its key.
std::vector<const ColumnState*> KeyColumns(const ChangeState& state) {
  std::vector<const ColumnState*> columns;
  const auto* insert = std::get_if<sql::Insert>(&state.change);
  if (insert == nullptr || insert->query || !insert->returned.empty() || state.rows.size() > 1 || state.is_inline) {
    return columns;
  }
  for (const Value& value : python::StateOf<TableState>(state.table)->columns) {
    const ColumnState* column = FindColumn(value);
    if (column->column.primary_key) columns.push_back(column);
  }
  return columns;
}

const sql::Assignment* FindAssignment(const sql::Insert& insert, const ColumnState& column) {
  const auto found = std::find_if(insert.values.begin(), insert.values.end(), [&](const sql::Assignment& assignment) {
    return assignment.column.text == column.column.name.text;
  });
  return found == insert.values.end() ? nullptr : &*found;
}

/// What the statement itself says of the column: its parameter, or nullptr.
const sql::BindParameter* FindValue(const sql::Insert& insert, const ColumnState& column) {
  const sql::Assignment* assignment = FindAssignment(insert, column);
  return assignment == nullptr ? nullptr : assignment->value.As<sql::BindParameter>();
}

/// As much of the table as tells which column counts its rows: the whole of it for each row would take longer to read
/// than the row to insert.
schema::Table KeyOf(const TableState& state, const std::vector<const ColumnState*>& columns) {
  schema::Table table;
  table.name = state.name;
  for (const ColumnState* column : columns) table.columns.push_back(column->column);
  for (const Value& value : state.constraints) {
    const auto* foreign = std::get_if<schema::ForeignKey>(FindConstraint(value));
    if (foreign == nullptr) continue;
    for (const ColumnState* column : columns) {
      if (std::find(foreign->columns.begin(), foreign->columns.end(), column->column.KeyName()) ==
          foreign->columns.end()) {
        continue;
      }
      schema::ForeignKey key;
      key.columns = {column->column.name};
      table.constraints.emplace_back(std::move(key));
    }
  }
  return table;
}

}  // namespace

void NameNewKeys(const ChangeState& state, sql::Insert& insert) {
  const std::vector<const ColumnState*> columns = KeyColumns(state);
  const bool all_given = std::all_of(columns.begin(), columns.end(),
                                     [&](const ColumnState* column) { return FindValue(insert, *column) != nullptr; });
  if (all_given) return;
  const schema::Table table = KeyOf(*python::StateOf<TableState>(state.table), columns);
  const schema::Column* counting = schema::AutoincrementColumn(table);
  insert.counts_rows = counting != nullptr;
  for (const ColumnState* column : columns) {
    if (FindValue(insert, *column) != nullptr) continue;
    const bool is_counted = counting != nullptr && counting->name == column->column.name;
    if (FindAssignment(insert, *column) != nullptr || is_counted || column->column.server_default) {
      insert.new_keys.push_back(*column->expression);
    }
  }
}

InsertedKey::InsertedKey(Interpreter& interpreter, const Value& statement, const ScriptConnection& connection)
    : interpreter_(interpreter), dialect_(connection.dialect()) {
  const auto* state = python::StateOf<ChangeState>(interpreter.Resolve(statement));
  if (state != nullptr) columns_ = KeyColumns(*state);
}

void InsertedKey::Prepare(const sql::Statement& statement) {
  const auto* insert = std::get_if<sql::Insert>(&statement);
  if (insert == nullptr || columns_.empty()) return;
  insert_ = *insert;
  is_returned_ = dialect_.ReturnsNewKeys(insert_);
}

void InsertedKey::Take(Outcome& outcome, const dialect::Statement& bound) const {
  if (columns_.empty()) return;
  std::vector<Value> key;
  size_t next = 0;
  const bool has_row = is_returned_ && outcome.rows && outcome.rows->Next();
  for (const ColumnState* column : columns_) {
    if (FindValue(insert_, *column) != nullptr) {
      key.push_back(Given(bound, *column));
    } else if (has_row && IsNew(*column)) {
      key.push_back(LoadCell(interpreter_, *outcome.rows, next++, column->column.type));
    } else {
      const bool is_rowid = insert_.counts_rows && outcome.last_insert_rowid && !FindAssignment(insert_, *column);
      key.push_back(is_rowid ? Value::Int(*outcome.last_insert_rowid) : Value::None());
    }
  }
  outcome.inserted_key = std::move(key);
  // Nobody has asked for rows.
  if (is_returned_) outcome.rows.reset();
}

bool InsertedKey::IsNew(const ColumnState& column) const {
  return std::find(insert_.new_keys.begin(), insert_.new_keys.end(), *column.expression) != insert_.new_keys.end();
}

Value InsertedKey::Given(const dialect::Statement& bound, const ColumnState& column) const {
  const sql::BindParameter* parameter = FindValue(insert_, column);
  for (const dialect::Parameter& candidate : bound.parameters) {
    if (candidate.name == parameter->key) return ToScriptValue(candidate.value);
  }
  return ToScriptValue(parameter->value);
}

}  // namespace limbeck::pymodules
