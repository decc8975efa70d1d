#pragma once

#include <string>
#include <utility>
#include <vector>

#include "draw/diagram.h"

namespace limbeck::draw {

/// A table with a key "id", text columns, and references "x_id" to the keys of others ("x"; "x?" may be null).
inline schema::Table MakeTable(const char* name, const std::vector<std::string>& texts,
                               const std::vector<std::string>& references) {
  schema::Table table;
  table.name = name;
  const auto add = [&table](std::string column_name, sql::Type type, bool nullable) {
    schema::Column column;
    column.name = std::move(column_name);
    column.type = std::move(type);
    column.nullable = nullable;
    table.columns.push_back(std::move(column));
  };
  add("id", sql::types::Integer(), false);
  table.constraints.emplace_back(schema::PrimaryKey{.columns = {"id"}});
  for (const std::string& text : texts) add(text, sql::types::Text(), true);
  for (std::string reference : references) {
    const bool nullable = reference.back() == '?';
    if (nullable) reference.pop_back();
    add(reference + "_id", sql::types::Integer(), nullable);
    schema::ForeignKey key;
    key.columns = {sql::Name(reference + "_id")};
    key.referent_table = reference;
    key.referent_columns = {"id"};
    table.constraints.emplace_back(std::move(key));
  }
  return table;
}

inline std::string TypeName(const sql::Type& type) {
  return type == sql::types::Text() ? "TEXT" : "INTEGER";
}

/// Customers with orders, and a profile each.
inline Diagram MakeShop() {
  schema::Table profile = MakeTable("profiles", {}, {"customers"});
  profile.constraints.emplace_back(schema::Unique{.columns = {"customers_id"}});
  schema::Table customers = MakeTable("customers", {"name"}, {});
  customers.comment = "who \"buys\"";
  return MakeDiagram({customers, MakeTable("orders", {"a <b>"}, {"customers?"}), profile}, TypeName, Columns::kAll);
}

/// Thirty tables: two stars of ten, all of which refer to `users`, and nine that stand alone.
inline std::vector<schema::Table> ManyTables() {
  std::vector<schema::Table> tables = {MakeTable("users", {"name"}, {})};
  for (const char* centre : {"books", "films"}) {
    tables.push_back(MakeTable(centre, {"title"}, {"users"}));
    for (int i = 0; i < 9; ++i) {
      tables.push_back(MakeTable((centre + std::to_string(i)).c_str(), {"text"}, {centre, "users"}));
    }
  }
  for (int i = 0; i < 9; ++i) tables.push_back(MakeTable(("alone" + std::to_string(i)).c_str(), {}, {}));
  return tables;
}

}  // namespace limbeck::draw
