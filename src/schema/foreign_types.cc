#include "schema/foreign_types.h"

#include <algorithm>
#include <iterator>

namespace limbeck::schema {
namespace {

const Table* FindTable(const std::vector<Table>& tables, const ForeignKey& key) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
    return table.name == key.referent_table && table.schema == key.referent_schema;
  });
  return found == tables.end() ? nullptr : &*found;
}

/// The column that the key's column at `place` refers to, or null.
const Column* FindReferent(const std::vector<Table>& tables, const ForeignKey& key, const sql::Name& column,
                           size_t place) {
  const Table* table = FindTable(tables, key);
  if (table == nullptr) return nullptr;
  return table->FindColumn(place < key.referent_columns.size() ? key.referent_columns[place].text : column.text);
}

const Column* FindReferent(const std::vector<Table>& tables, const Table& table, const Column& column) {
  for (const ForeignKey& key : column.foreign_keys) {
    if (const Column* referent = FindReferent(tables, key, column.name, 0)) return referent;
  }
  for (const Constraint& constraint : table.constraints) {
    const auto* key = std::get_if<ForeignKey>(&constraint);
    if (key == nullptr) continue;
    const auto place = std::find(key->columns.begin(), key->columns.end(), column.name);
    if (place == key->columns.end()) continue;
    return FindReferent(tables, *key, column.name, static_cast<size_t>(place - key->columns.begin()));
  }
  return nullptr;
}

bool HasKeys(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return !column.key.empty(); });
}

void NameReferent(const std::vector<Table>& tables_with_keys, ForeignKey& foreign_key) {
  const Table* table = FindTable(tables_with_keys, foreign_key);
  if (table == nullptr) return;
  for (sql::Name& name : foreign_key.referent_columns) {
    const auto found = std::find_if(table->columns.begin(), table->columns.end(),
                                    [&](const Column& column) { return column.KeyName().text == name.text; });
    if (found != table->columns.end()) name = found->name;
  }
}

void NameReferents(std::vector<Table>& tables) {
  std::vector<Table> with_keys;
  std::copy_if(tables.begin(), tables.end(), std::back_inserter(with_keys), HasKeys);
  if (with_keys.empty()) return;
  for (Table& table : tables) {
    for (Column& column : table.columns) {
      for (ForeignKey& key : column.foreign_keys) NameReferent(with_keys, key);
    }
    for (Constraint& constraint : table.constraints) {
      if (auto* key = std::get_if<ForeignKey>(&constraint)) NameReferent(with_keys, *key);
    }
  }
}

void TakeTypesOfReferents(std::vector<Table>& tables) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (Table& table : tables) {
      for (Column& column : table.columns) {
        if (!column.type.is_null()) continue;
        const Column* referent = FindReferent(tables, table, column);
        if (referent == nullptr || referent->type.is_null()) continue;
        column.type = referent->type;
        changed = true;
      }
    }
  }
}

}  // namespace

void ResolveReferents(std::vector<Table>& tables) {
  NameReferents(tables);
  TakeTypesOfReferents(tables);
}

}  // namespace limbeck::schema
