#include "pymodules/join_condition.h"

#include <optional>
#include <string>

#include "pymodules/tables.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

const TableState* TableOf(const Value& value) {
  return python::StateOf<TableState>(value);
}

sql::Expression ColumnOf(const sql::From& from, const sql::Name& name) {
  sql::ColumnReference column;
  column.name = name;
  if (const auto* table = from->As<sql::TableFrom>()) {
    column.table = table->name;
    column.schema = table->schema;
  } else {
    column.from = from;
  }
  return column;
}

std::vector<schema::ForeignKey> ForeignKeysOf(Interpreter& interpreter, const Value& value) {
  const schema::Table table = ReadTable(interpreter, value, "table");
  std::vector<schema::ForeignKey> keys;
  for (const schema::Column& column : table.columns) {
    for (schema::ForeignKey key : column.foreign_keys) {
      key.columns = {column.name};
      keys.push_back(std::move(key));
    }
  }
  for (const schema::Constraint& constraint : table.constraints) {
    if (const auto* key = std::get_if<schema::ForeignKey>(&constraint)) keys.push_back(*key);
  }
  return keys;
}

/// A key that names no schema means its MetaData's.
std::optional<sql::Name> ReferentSchema(Interpreter& interpreter, const Value& owner, const schema::ForeignKey& key) {
  if (key.referent_schema) return key.referent_schema;
  const auto* metadata = python::StateOf<MetaDataState>(interpreter.Resolve(TableOf(owner)->metadata));
  return metadata == nullptr ? std::nullopt : metadata->schema;
}

/// referent.column = owner.column for each foreign key of `owner` to `referent`.
void AddKeyConditions(Interpreter& interpreter, const std::pair<Value, sql::From>& owner,
                      const std::pair<Value, sql::From>& referent, std::vector<sql::Expression>& conditions) {
  const TableState& target = *TableOf(referent.first);
  for (const schema::ForeignKey& key : ForeignKeysOf(interpreter, owner.first)) {
    const bool is_meant = key.referent_table == target.name;
    if (!is_meant || ReferentSchema(interpreter, owner.first, key) != target.schema) continue;
    for (size_t i = 0; i < key.columns.size(); ++i) {
      const sql::Name& referred = i < key.referent_columns.size() ? key.referent_columns[i] : key.columns[i];
      const sql::Expression mine = ColumnOf(owner.second, key.columns[i]);
      const sql::Expression theirs = ColumnOf(referent.second, referred);
      conditions.push_back(sql::Operate(sql::Operator::kEqual, theirs, mine));
    }
  }
}

std::string NamesOf(const Tables& tables) {
  return tables.empty() ? "?" : TableOf(tables.back().first)->name.text;
}

}  // namespace

sql::Expression JoinCondition(Interpreter& interpreter, const Tables& left, const Tables& right) {
  std::vector<sql::Expression> conditions;
  for (const auto& one : left) {
    for (const auto& other : right) {
      AddKeyConditions(interpreter, other, one, conditions);
      if (one.first.object() != other.first.object()) AddKeyConditions(interpreter, one, other, conditions);
    }
    if (!conditions.empty()) break;
  }
  if (conditions.empty()) {
    throw Error(ErrorKind::kScript, "Can't find any foreign key relationships between '" + NamesOf(left) + "' and '" +
                                        NamesOf(right) + "'.")
        .ExceptionClass("NoForeignKeysError");
  }
  return conditions.size() == 1 ? conditions.front() : sql::And(conditions);
}

}  // namespace limbeck::pymodules
