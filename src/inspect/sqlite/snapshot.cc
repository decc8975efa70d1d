#include "inspect/sqlite/snapshot.h"

#include <map>

#include "base/text.h"
#include "inspect/sqlite/schema_text.h"
#include "inspect/sqlite/table_reader.h"

namespace limbeck::inspect::sqlite {
namespace {

/// Reads sqlite_master, and with the pragmas what it does not say.
class Reader {
 public:
  Reader(driver::Connection& connection, const SnapshotOptions& options) : connection_(connection), options_(options) {}

  Snapshot Read() {
    ReadMaster();
    for (const auto& [table, text] : tables_) ReadTable(table, NormalSql(text));
    return std::move(snapshot_);
  }

 private:
  void Add(std::string kind, std::string name, std::string definition) {
    snapshot_.push_back({std::move(kind), std::move(name), std::move(definition)});
  }

  driver::Result Pragma(const std::string& name, const std::string& of) {
    return connection_.Execute("PRAGMA main." + name + "(" + QuoteIdentifier(of) + ")");
  }

  void ReadMaster() {
    const driver::Result rows = connection_.Execute(
        "SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite!_%' "
        "ESCAPE '!' AND sql IS NOT NULL");
    for (const driver::Row row : rows) {
      const std::string type(row[0].AsText());
      const std::string name(row[1].AsText());
      const std::string text(row[3].AsText());
      if (row[2].AsText() == options_.version_table) continue;
      if (type == "table") {
        tables_[name] = text;
      } else if (type == "index") {
        Add("index", std::string(row[2].AsText()) + "." + name, NormalSql(text));
      } else {
        Add(type, type == "trigger" ? std::string(row[2].AsText()) + "." + name : name, NormalSql(text));
      }
    }
  }

  void ReadTable(const std::string& table, const std::string& text) {
    const std::string_view body = Parenthesized(text, text.find('('));
    Add("table", table, body.empty() ? text : text.substr(static_cast<size_t>(body.end() - text.data())));
    const std::map<std::string, std::string> parts = ColumnParts(text);
    std::map<int64_t, std::string> key;
    for (const driver::Row row : Pragma("table_xinfo", table)) {
      if (row[5].AsInteger() != 0) key[row[5].AsInteger()] = std::string(row[1].AsText());
      ReadColumn(table, row, parts);
    }
    std::vector<std::string> columns;
    for (const auto& [position, column] : key) columns.push_back(column);
    if (!columns.empty()) Add("primary key", table, "(" + Join(columns, ", ") + ")");
    for (const std::string& check : ChecksOf(text)) Add("check", table, check);
    ReadForeignKeys(table);
    ReadUniques(table);
  }

  /// By the column's name in lower case.
  static std::map<std::string, std::string> ColumnParts(const std::string& text) {
    std::map<std::string, std::string> parts;
    for (const std::string& part : TableParts(text)) parts.emplace(part.substr(0, part.find_first_of(" (")), part);
    return parts;
  }

  void ReadColumn(const std::string& table, const driver::Row& row, const std::map<std::string, std::string>& parts) {
    const std::string name(row[1].AsText());
    std::string type = ToUpper(NormalSql(row[2].ToString()));
    const bool is_rowid = row[5].AsInteger() == 1 && type == "INTEGER";
    std::string definition = std::move(type);
    if (row[3].AsInteger() != 0 || is_rowid) definition += " NOT NULL";
    if (!row[4].is_null()) definition += " DEFAULT " + WithoutParentheses(NormalSql(row[4].ToString()));
    const auto part = parts.find(ToLower(name));
    if (part != parts.end()) definition += Extras(part->second);
    Add("column", table + "." + name, std::string(Trim(definition)));
  }

  static std::string WithoutParentheses(const std::string& text) {
    const bool is_wrapped = !text.empty() && Parenthesized(text, 0).size() == text.size();
    return is_wrapped ? WithoutParentheses(text.substr(1, text.size() - 2)) : text;
  }

  /// What no pragma tells of a column.
  static std::string Extras(const std::string& part) {
    std::string extras;
    if (part.find(" autoincrement") != std::string::npos) extras += " AUTOINCREMENT";
    const size_t collate = part.find(" collate ");
    if (collate != std::string::npos) {
      const size_t start = collate + std::string_view(" collate ").size();
      extras += " COLLATE " + ToUpper(part.substr(start, part.find_first_of(" ,()", start) - start));
    }
    const size_t computed = part.find(" as(");
    if (computed != std::string::npos) {
      extras += " AS " + std::string(Parenthesized(part, computed + 3));
      extras += part.find(" stored") != std::string::npos || part.find(")stored") != std::string::npos ? " STORED" : "";
    }
    return extras;
  }

  void ReadForeignKeys(const std::string& table) {
    struct Key {
      std::vector<std::string> columns;
      std::vector<std::string> referents;
      std::string rest;
    };
    std::map<int64_t, Key> keys;
    // id, seq, table, from, to, on_update, on_delete, match
    for (const driver::Row row : Pragma("foreign_key_list", table)) {
      Key& key = keys[row[0].AsInteger()];
      key.columns.push_back(row[3].ToString());
      if (!row[4].is_null()) key.referents.push_back(row[4].ToString());
      const std::string on_update = row[5].ToString();
      const std::string on_delete = row[6].ToString();
      key.rest = row[2].ToString();
      if (on_delete != "NO ACTION") key.rest += " ON DELETE " + on_delete;
      if (on_update != "NO ACTION") key.rest += " ON UPDATE " + on_update;
    }
    for (const auto& [id, key] : keys) {
      const std::string referents = key.referents.empty() ? "" : "(" + Join(key.referents, ", ") + ") of ";
      Add("foreign key", table + ".(" + Join(key.columns, ", ") + ")", "to " + referents + key.rest);
    }
  }

  void ReadUniques(const std::string& table) {
    for (const driver::Row index : Pragma("index_list", table)) {
      if (index[3].ToString() != "u") continue;
      std::vector<std::string> columns;
      for (const driver::Row column : Pragma("index_info", index[1].ToString()))
        columns.push_back(column[2].ToString());
      Add("unique", table, "(" + Join(columns, ", ") + ")");
    }
  }

  driver::Connection& connection_;
  const SnapshotOptions& options_;
  std::map<std::string, std::string> tables_;
  Snapshot snapshot_;
};

}  // namespace

Snapshot TakeSnapshot(driver::Connection& connection, const SnapshotOptions& options) {
  return Reader(connection, options).Read();
}

}  // namespace limbeck::inspect::sqlite
