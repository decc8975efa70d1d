#include "driver/sqlite/stream.h"

#include <utility>

#include "driver/sqlite/rows.h"

namespace limbeck::driver::sqlite {

SqliteStream::SqliteStream(Session& session, OpenStreams& open, const std::string& sql, const Parameters& parameters)
    : open_(&open), sql_(sql), use_(std::in_place, session, sql_, std::nullopt) {
  if (use_->get() == nullptr) {
    use_.reset();
  } else {
    Bind(use_->get(), parameters, true, {sql_});
    first_ = use_->Step();
    columns_ = ReadColumns(use_->get());
    if (!first_) Finish();
  }
  open_->push_back(this);
}

bool SqliteStream::Next() {
  if (open_ == nullptr) throw MakeModuleError("ProgrammingError", "Cannot operate on a closed database.", {});
  if (!use_) return false;
  if (std::exchange(first_, false) || use_->Step()) return true;
  Finish();
  return false;
}

Cell SqliteStream::At(size_t, size_t column) const {
  return ReadCell(use_->get(), static_cast<int>(column));
}

void SqliteStream::Finish() {
  row_count_ = use_->CountRows();
  use_.reset();
}

void SqliteStream::Close() {
  use_.reset();
  if (open_ != nullptr) std::erase(*open_, this);
  open_ = nullptr;
}

}  // namespace limbeck::driver::sqlite
