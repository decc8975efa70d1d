#pragma once

#include <map>
#include <string>
#include <vector>

#include "inspect/catalogue.h"

namespace limbeck::inspect::sqlite {

/// Reads the tables of one database file ("main", "temp", an attached one) by the pragmas that answer for all tables
/// in one query. Used once.
class TableReader {
 public:
  /// `schema` is what the tables' facts say of it.
  TableReader(driver::Connection& connection, std::string database, std::optional<std::string> schema,
              const TableQuery& query);

  std::vector<TableFacts> Read();

 private:
  struct Entry {
    TableFacts facts;
    std::string text;
  };

  driver::Result Query(const std::string& columns, const std::string& pragma, const std::string& order) const;
  Entry* Find(std::string_view table);
  void ReadNames();
  void ReadColumns();
  void ReadPrimaryKeys();
  void ReadForeignKeys();
  void NameForeignKeys(Entry& entry) const;
  std::map<std::string, std::vector<sql::Name>> KeysOfReferents() const;
  void ReadIndexes();
  void SplitUniques(Entry& entry) const;

  driver::Connection& connection_;
  std::string database_;
  std::optional<std::string> schema_;
  /// SQL that picks the tables out of sqlite_master.
  std::string filter_;
  std::vector<Entry> entries_;
  std::map<std::string, size_t, std::less<>> places_;
};

/// "name" in quotes.
std::string QuoteIdentifier(std::string_view name);
/// 'text' in quotes.
std::string QuoteText(std::string_view text);

}  // namespace limbeck::inspect::sqlite
