#pragma once

#include <map>
#include <string>
#include <vector>

#include "inspect/catalogue.h"
#include "inspect/postgresql/column_type.h"

namespace limbeck::inspect::postgresql {

/// Reads tables with all that belongs to them: one query for each kind of thing. Used once.
class TableReader {
 public:
  TableReader(driver::Connection& connection, NamedTypes types)
      : connection_(connection), types_(std::move(types)), version_(connection.server_version()) {}

  std::vector<TableFacts> Read(const TableQuery& query);

 private:
  driver::Result Query(const std::string& sql) const { return connection_.Execute(sql, {oids_}); }
  TableFacts& Of(const driver::Cell& oid) { return tables_[places_.at(oid.AsInteger())]; }
  void ReadTables(const TableQuery& query);
  void ReadColumns();
  ColumnFacts ReadColumn(const driver::Row& row, TableFacts& table) const;
  void ReadKeys();
  void ReadForeignKeys();
  void ReadChecks();
  void ReadIndexes();

  driver::Connection& connection_;
  NamedTypes types_;
  std::vector<int> version_;
  std::vector<TableFacts> tables_;
  std::map<int64_t, size_t> places_;
  /// As an array's text.
  std::string oids_;
};

}  // namespace limbeck::inspect::postgresql
