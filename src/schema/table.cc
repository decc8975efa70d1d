#include "schema/table.h"

#include <algorithm>

#include "sql/errors.h"

namespace limbeck::schema {
namespace {

bool Contains(const std::vector<sql::Name>& names, const sql::Name& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsNumber(const Column& column) {
  sql::TypeAffinity affinity = sql::AffinityOf(column.type);
  return affinity == sql::TypeAffinity::kInteger || affinity == sql::TypeAffinity::kNumeric;
}

void RequireNumber(const Table& table, const Column& column) {
  if (IsNumber(column)) return;
  throw sql::ArgumentError("Column type " + std::string(ClassName(column.type)) + " on column '" + table.name.text +
                           "." + column.name.text + "' is not compatible with autoincrement=True");
}

bool CountsByItself(const Table& table, const Column& column) {
  if (!IsNumber(column)) return false;
  bool other_default = !std::holds_alternative<NoDefault>(column.client_default) &&
                       !std::holds_alternative<sql::Shared<Sequence>>(column.client_default);
  if (other_default || (column.server_default && !column.identity())) return false;
  return column.autoincrement == Autoincrement::kIgnoreForeignKey || !HasForeignKey(table, column);
}

const Column* OnlyMarkedColumn(const Table& table, const std::vector<sql::Name>& key) {
  const Column* marked = nullptr;
  for (const sql::Name& name : key) {
    const Column* column = table.FindColumn(name.text);
    if (!column || column->autoincrement != Autoincrement::kYes) continue;
    RequireNumber(table, *column);
    if (marked) {
      throw sql::ArgumentError("Only one Column may be marked autoincrement=True, found both " + column->name.text +
                               " and " + marked->name.text + ".");
    }
    marked = column;
  }
  return marked;
}

}  // namespace

const Computed* Column::computed() const {
  return server_default ? std::get_if<Computed>(&*server_default) : nullptr;
}

const Identity* Column::identity() const {
  return server_default ? std::get_if<Identity>(&*server_default) : nullptr;
}

const Column* Table::FindColumn(std::string_view column_name) const {
  for (const Column& column : columns) {
    if (column.name.text == column_name) return &column;
  }
  return nullptr;
}

Column* Table::FindColumn(std::string_view column_name) {
  return const_cast<Column*>(static_cast<const Table*>(this)->FindColumn(column_name));
}

const PrimaryKey* Table::FindPrimaryKey() const {
  for (const Constraint& constraint : constraints) {
    if (const auto* key = std::get_if<PrimaryKey>(&constraint)) return key;
  }
  return nullptr;
}

std::vector<sql::Name> Table::PrimaryKeyColumns() const {
  const PrimaryKey* key = FindPrimaryKey();
  if (key && !key->columns.empty()) return key->columns;
  std::vector<sql::Name> names;
  for (const Column& column : columns) {
    if (column.primary_key) names.push_back(column.name);
  }
  return names;
}

bool HasForeignKey(const Table& table, const Column& column) {
  if (!column.foreign_keys.empty()) return true;
  return std::any_of(table.constraints.begin(), table.constraints.end(), [&](const Constraint& constraint) {
    const auto* key = std::get_if<ForeignKey>(&constraint);
    return key && Contains(key->columns, column.name);
  });
}

const Column* AutoincrementColumn(const Table& table) {
  std::vector<sql::Name> key = table.PrimaryKeyColumns();
  if (key.size() != 1) return OnlyMarkedColumn(table, key);
  const Column* column = table.FindColumn(key[0].text);
  if (!column || column->autoincrement == Autoincrement::kNo) return nullptr;
  if (column->autoincrement != Autoincrement::kYes) return CountsByItself(table, *column) ? column : nullptr;
  RequireNumber(table, *column);
  return column;
}

}  // namespace limbeck::schema
