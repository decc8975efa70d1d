#include "driver/sqlite/rows.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace limbeck::driver::sqlite {

std::vector<Column> ReadColumns(sqlite3_stmt* statement) {
  std::vector<Column> columns(static_cast<size_t>(sqlite3_column_count(statement)));
  for (size_t i = 0; i < columns.size(); ++i) {
    const char* name = sqlite3_column_name(statement, static_cast<int>(i));
    const char* type = sqlite3_column_decltype(statement, static_cast<int>(i));
    if (name != nullptr) columns[i].name = name;
    if (type != nullptr) columns[i].declared_type = type;
  }
  return columns;
}

Cell ReadCell(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return Cell::Integer(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
      return Cell::Real(sqlite3_column_double(statement, column));
    case SQLITE_NULL:
      return {};
    case SQLITE_BLOB: {
      const void* bytes = sqlite3_column_blob(statement, column);
      const int size = sqlite3_column_bytes(statement, column);
      return Cell::Blob({static_cast<const char*>(bytes), static_cast<size_t>(size)});
    }
    default: {
      const unsigned char* text = sqlite3_column_text(statement, column);
      const int size = sqlite3_column_bytes(statement, column);
      return Cell::Text({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
    }
  }
}

void PackedRows::Add(sqlite3_stmt* statement) {
  for (size_t i = 0; i < width_; ++i) {
    Cell cell = ReadCell(statement, static_cast<int>(i));
    if (cell.kind() == CellKind::kText) cell = Cell::Text(Keep(cell.AsText()));
    if (cell.kind() == CellKind::kBlob) cell = Cell::Blob(Keep(cell.AsText()));
    cells_.push_back(cell);
  }
}

std::string_view PackedRows::Keep(std::string_view bytes) {
  constexpr size_t kLargestBlock = 256 * 1024;
  if (bytes.empty()) return "";
  if (bytes.size() > free_size_) {
    block_size_ = std::min(block_size_ * 2, kLargestBlock);
    free_size_ = std::max(block_size_, bytes.size());
    blocks_.emplace_back(new char[free_size_]);
    free_ = blocks_.back().get();
  }
  std::memcpy(free_, bytes.data(), bytes.size());
  const std::string_view kept(free_, bytes.size());
  free_ += bytes.size();
  free_size_ -= bytes.size();
  return kept;
}

}  // namespace limbeck::driver::sqlite
