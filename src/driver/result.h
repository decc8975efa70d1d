#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/cell.h"

namespace limbeck::driver {

struct Column {
  std::string name;
  /// PostgreSQL: the type's oid and modifier (-1: none).
  uint32_t type = 0;
  int type_modifier = -1;
  /// SQLite: the type as CREATE TABLE has it; empty for an expression.
  std::string declared_type;
  bool operator==(const Column&) const = default;
};

/// Where rows lie: a result of libpq, SQLite's values packed together, or a test's table.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual Cell At(size_t row, size_t column) const = 0;
};

/// A row, seen where it lies; lives as long as its result (in a stream, until the next row).
class Row {
 public:
  Row(const RowSource& source, size_t row, size_t width) : source_(&source), row_(row), width_(width) {}

  size_t size() const { return width_; }
  Cell operator[](size_t column) const { return source_->At(row_, column); }

 private:
  const RowSource* source_;
  size_t row_;
  size_t width_;
};

/// What a statement gave, whole. Holds its rows; copies share them. Immutable, so threads may read it together.
class Result {
 public:
  Result() = default;
  /// A result of rows, of which there may be none.
  Result(std::vector<Column> columns, std::shared_ptr<const RowSource> rows, size_t row_count);

  /// False for a statement that cannot give rows: DDL, INSERT without RETURNING.
  bool returns_rows() const { return rows_ != nullptr; }
  const std::vector<Column>& columns() const { return columns_; }
  /// The number of the first column with that name, or nullopt.
  std::optional<size_t> FindColumn(std::string_view name) const;

  size_t size() const { return row_count_; }
  bool empty() const { return row_count_ == 0; }
  Row operator[](size_t row) const { return Row(*rows_, row, columns_.size()); }
  /// The first column of the first row; null when there is no row.
  Cell Scalar() const;

  /// What DB-API's rowcount says: rows changed, on PostgreSQL also rows returned; -1 where there is nothing to count.
  int64_t row_count() const { return affected_rows_; }
  /// SQLite, after an INSERT: the rowid of its last row.
  std::optional<int64_t> last_insert_rowid() const { return last_insert_rowid_; }
  /// PostgreSQL's command tag: "CREATE TABLE", "INSERT 0 1".
  const std::string& command_tag() const { return command_tag_; }

  Result& RowCount(int64_t rows) {
    affected_rows_ = rows;
    return *this;
  }
  Result& LastInsertRowid(int64_t rowid) {
    last_insert_rowid_ = rowid;
    return *this;
  }
  Result& CommandTag(std::string tag) {
    command_tag_ = std::move(tag);
    return *this;
  }

  /// So that `for (const Row row : result)` works.
  class Iterator {
   public:
    Iterator(const Result& result, size_t row) : result_(&result), row_(row) {}
    Row operator*() const { return (*result_)[row_]; }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return row_ == other.row_; }

   private:
    const Result* result_;
    size_t row_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, row_count_}; }

 private:
  std::vector<Column> columns_;
  std::shared_ptr<const RowSource> rows_;
  size_t row_count_ = 0;
  int64_t affected_rows_ = -1;
  std::optional<int64_t> last_insert_rowid_;
  std::string command_tag_;
};

/// Rows of a statement, one at a time, in memory that does not grow with them. Belongs to its connection's thread.
/// Other statements may run on the connection in between: SQLite's rows are then still read from the database as it
/// goes, PostgreSQL's are the ones of the moment when the statement ran. When the connection ends, so does the stream:
/// Next() throws.
class RowStream {
 public:
  virtual ~RowStream() = default;

  virtual const std::vector<Column>& columns() const = 0;
  /// Moves to the next row (first to the first one); false after the last. Throws what the database reports.
  virtual bool Next() = 0;
  /// The row that Next() moved to.
  virtual Row row() const = 0;
  /// DB-API's rowcount, once Next() has said false; -1 before.
  virtual int64_t row_count() const = 0;
};

/// A stream of rows that have all been read.
std::unique_ptr<RowStream> StreamOf(Result result);

/// For test failures: one line, "1|'a'|NULL".
std::ostream& operator<<(std::ostream& out, const Row& row);
/// For tests: a line for each row.
std::string ToText(const Result& result);

}  // namespace limbeck::driver
