#include "driver/postgresql/stream.h"

#include <algorithm>
#include <utility>

#include "driver/postgresql/rows.h"

namespace limbeck::driver::postgresql {
namespace {

/// How the spool writes the length of a value; -1 stands for null. A row is its values' lengths, then the values.
using Length = int32_t;
constexpr Length kNullLength = -1;

}  // namespace

PostgresqlStream::PostgresqlStream(Session& session, PostgresqlStream*& reader, const std::string& sql,
                                   const Parameters& parameters)
    : session_(&session), reader_(&reader), sql_(sql) {
  session.Send(sql_, parameters);
  TheLibpq().PQsetSingleRowMode(session.connection());
  is_first_ = Fetch();
  ended_ = !is_first_;
  ThrowError();
}

bool PostgresqlStream::Next() {
  if (dropped_) throw MakeModuleError("InterfaceError", "connection already closed", {});
  if (ended_) return false;
  if (std::exchange(is_first_, false)) return true;
  ended_ = !(spool_ ? ReadSpooledRow() : Fetch());
  if (ended_) ThrowError();
  return !ended_;
}

bool PostgresqlStream::Fetch() {
  *reader_ = nullptr;
  reading_ = false;
  while (ResultPtr result = session_->Next()) {
    if (columns_.empty()) columns_ = ReadColumns(result.get());
    if (TheLibpq().PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) {
      current_ = std::move(result);
      *reader_ = this;
      reading_ = true;
      return true;
    }
    row_count_ = ReadRowCount(result.get());
  }
  error_ = session_->TakeError();
  return false;
}

void PostgresqlStream::ThrowError() {
  if (const std::optional<Error> error = std::exchange(error_, std::nullopt)) throw Error(*error);
}

void PostgresqlStream::SetAside() {
  // When the disk is full, rows are missing: the stream is over then.
  if (dropped_) return Drop();
  dropped_ = true;
  ResultPtr current = std::move(current_);
  spool_.emplace();
  while (Fetch()) SpoolRow();
  current_ = std::move(current);
  dropped_ = false;
}

void PostgresqlStream::Drop() noexcept {
  if (!reading_) return;
  *reader_ = nullptr;
  reading_ = false;
  dropped_ = true;
  session_->Finish();
}

void PostgresqlStream::SpoolRow() {
  bytes_.clear();
  for (size_t i = 0; i < columns_.size(); ++i) {
    const Cell cell = ReadCell(current_.get(), 0, static_cast<int>(i));
    const Length length = cell.is_null() ? kNullLength : static_cast<Length>(cell.AsText().size());
    bytes_.append(reinterpret_cast<const char*>(&length), sizeof(length));
  }
  for (size_t i = 0; i < columns_.size(); ++i) {
    const Cell cell = ReadCell(current_.get(), 0, static_cast<int>(i));
    if (!cell.is_null()) bytes_ += cell.AsText();
  }
  spool_->Append(bytes_);
}

bool PostgresqlStream::ReadSpooledRow() {
  std::vector<Length> lengths(columns_.size());
  if (!spool_->Read(reinterpret_cast<char*>(lengths.data()), lengths.size() * sizeof(Length))) return false;
  size_t size = 0;
  for (const Length length : lengths) size += static_cast<size_t>(std::max(length, 0));
  bytes_.resize(size);
  spool_->Read(bytes_.data(), size);
  cells_.clear();
  std::string_view rest = bytes_;
  for (const Length length : lengths) {
    const auto value_size = static_cast<size_t>(std::max(length, 0));
    cells_.push_back(length == kNullLength ? Cell() : Cell::Text(rest.substr(0, value_size)));
    rest.remove_prefix(value_size);
  }
  current_.reset();
  return true;
}

Cell PostgresqlStream::At(size_t, size_t column) const {
  return current_ ? ReadCell(current_.get(), 0, static_cast<int>(column)) : cells_[column];
}

}  // namespace limbeck::driver::postgresql
