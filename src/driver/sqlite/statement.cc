#include "driver/sqlite/statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "driver/sql_text.h"

namespace limbeck::driver::sqlite {
namespace {

/// Binds one value of any kind to a place.
struct Binder {
  sqlite3_stmt* statement;
  int place;
  sqlite3_destructor_type keep;

  int operator()(Null) const { return sqlite3_bind_null(statement, place); }
  int operator()(bool value) const { return sqlite3_bind_int(statement, place, value ? 1 : 0); }
  int operator()(int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
  int operator()(const std::string& text) const {
    return sqlite3_bind_text64(statement, place, text.data(), text.size(), keep, SQLITE_UTF8);
  }
  int operator()(const TypedText& typed) const { return (*this)(typed.text); }
  int operator()(const Blob& blob) const {
    return sqlite3_bind_blob64(statement, place, blob.bytes.data(), blob.bytes.size(), keep);
  }
};

}  // namespace

void FinalizeStatement::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

StatementPtr Prepare(sqlite3* database, const StatementRef& text, std::string_view& rest) {
  const std::string_view sql = text.sql;
  if (sql.size() >= static_cast<size_t>(std::numeric_limits<int>::max())) {
    throw MakeModuleError("DataError", "query string is too large", {"", text.tag});
  }
  sqlite3_stmt* statement = nullptr;
  const char* tail = nullptr;
  const int size_with_zero = static_cast<int>(sql.size()) + 1;
  const int code = sqlite3_prepare_v3(database, sql.data(), size_with_zero, 0, &statement, &tail);
  StatementPtr prepared(statement);
  if (code != SQLITE_OK) throw MakeError(database, code, text);
  rest = sql.substr(static_cast<size_t>(tail - sql.data()));
  return prepared;
}

void Bind(sqlite3_stmt* statement, const Parameters& parameters, bool copy, const StatementRef& ref) {
  const int places = sqlite3_bind_parameter_count(statement);
  if (static_cast<size_t>(places) != parameters.size()) {
    throw MakeModuleError("ProgrammingError",
                          fmt::format("Incorrect number of bindings supplied. The current statement uses {}, and "
                                      "there are {} supplied.",
                                      places, parameters.size()),
                          ref);
  }
  for (int i = 0; i < places; ++i) {
    const Binder binder{statement, i + 1, copy ? SQLITE_TRANSIENT : SQLITE_STATIC};
    const int code = std::visit(binder, parameters[static_cast<size_t>(i)]);
    if (code != SQLITE_OK) throw MakeError(sqlite3_db_handle(statement), code, ref);
  }
}

StatementKind KindOf(std::string_view sql) {
  const std::string word = FirstKeyword(sql, Backend::kSqlite);
  const bool with = word == "WITH";
  const bool inserts = with || word == "INSERT" || word == "REPLACE";
  const bool changes = inserts || word == "UPDATE" || word == "DELETE";
  return {changes, inserts, changes || word == "SELECT" || word == "VALUES"};
}

CompiledStatement* StatementCache::Take(const std::string& sql) {
  const auto found = index_.find(sql);
  if (found == index_.end() || found->second->in_use) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  found->second->in_use = true;
  return &*found->second;
}

CompiledStatement* StatementCache::Add(CompiledStatement& compiled) {
  if (capacity_ == 0 || index_.contains(compiled.sql)) return nullptr;
  entries_.push_front(std::move(compiled));
  entries_.front().in_use = true;
  index_.emplace(entries_.front().sql, entries_.begin());
  if (entries_.size() > capacity_) DropOldest();
  return &entries_.front();
}

void StatementCache::DropOldest() {
  const auto oldest =
      std::find_if(entries_.rbegin(), entries_.rend(), [](const CompiledStatement& entry) { return !entry.in_use; });
  if (oldest == entries_.rend()) return;
  index_.erase(oldest->sql);
  entries_.erase(std::next(oldest).base());
}

}  // namespace limbeck::driver::sqlite
