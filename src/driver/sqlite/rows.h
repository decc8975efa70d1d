#pragma once

#include <memory>
#include <vector>

#include "driver/result.h"

struct sqlite3_stmt;

namespace limbeck::driver::sqlite {

/// The columns of a statement that has been stepped: a first step may have prepared it anew after a change of the
/// schema.
std::vector<Column> ReadColumns(sqlite3_stmt* statement);

/// A value of the statement's current row, where SQLite keeps it: good until the next step.
Cell ReadCell(sqlite3_stmt* statement, int column);

/// Rows copied out of a statement: cells in one vector, texts and blobs one after the other in a few large blocks.
class PackedRows : public RowSource {
 public:
  explicit PackedRows(size_t width) : width_(width) {}

  /// Copies the statement's current row.
  void Add(sqlite3_stmt* statement);
  size_t row_count() const { return width_ == 0 ? 0 : cells_.size() / width_; }
  Cell At(size_t row, size_t column) const override { return cells_[row * width_ + column]; }

 private:
  std::string_view Keep(std::string_view bytes);

  size_t width_;
  std::vector<Cell> cells_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  /// Free part of the last block.
  char* free_ = nullptr;
  size_t free_size_ = 0;
  size_t block_size_ = 256;
};

}  // namespace limbeck::driver::sqlite
