#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "driver/parameter.h"
#include "driver/sqlite/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace limbeck::driver::sqlite {

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const;
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Compiles the first statement of a text; nullptr when there is none before the end or the first ';'. `rest` is what
/// follows it. A NUL must stand behind the text, as it does in a std::string. Throws what SQLite reports.
StatementPtr Prepare(sqlite3* database, const StatementRef& text, std::string_view& rest);

/// Gives the values to the statement, whose number must be right. Texts and blobs are not copied unless `copy` is set:
/// they must live until the statement is reset and its bindings are cleared. Throws as Python's sqlite3 does.
void Bind(sqlite3_stmt* statement, const Parameters& parameters, bool copy, const StatementRef& ref);

/// What the first word of a statement says about it.
struct StatementKind {
  /// Changes rows, so that there is something to count.
  bool changes_rows = false;
  bool inserts = false;
  /// Worth keeping compiled. DDL runs once, and some PRAGMAs act while they are compiled.
  bool keep = false;
};
StatementKind KindOf(std::string_view sql);

struct CompiledStatement {
  std::string sql;
  StatementKind kind;
  StatementPtr statement;
  bool in_use = false;
};

/// Statements that have run and may run again, by their text; the one that was used longest ago goes first. What it
/// gives out is in use until it is given back, and stays where it is.
class StatementCache {
 public:
  explicit StatementCache(size_t capacity) : capacity_(capacity) {}

  /// nullptr when there is none, or it is in use.
  CompiledStatement* Take(const std::string& sql);
  /// Takes the statement in, in use; nullptr, and `compiled` untouched, when there is no place for it.
  CompiledStatement* Add(CompiledStatement& compiled);
  /// The statement must have been reset.
  void GiveBack(CompiledStatement& compiled) { compiled.in_use = false; }
  size_t size() const { return entries_.size(); }

 private:
  void DropOldest();

  size_t capacity_;
  /// Newest first. The index points into the entries' texts.
  std::list<CompiledStatement> entries_;
  std::unordered_map<std::string_view, std::list<CompiledStatement>::iterator> index_;
};

}  // namespace limbeck::driver::sqlite
