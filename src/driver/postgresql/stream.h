#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/spool.h"
#include "driver/postgresql/session.h"
#include "driver/result.h"

namespace limbeck::driver::postgresql {

/// Rows as the server sends them (libpq's single-row mode). A connection can do only one thing at a time: when it is
/// wanted for something else, the rows that are left are set aside, in memory or a temporary file, and read from there.
class PostgresqlStream : public RowStream, private RowSource {
 public:
  /// Runs the statement up to its first row, so that its error comes now. In `reader` the connection keeps the stream
  /// that is still being read off it.
  PostgresqlStream(Session& session, PostgresqlStream*& reader, const std::string& sql, const Parameters& parameters);
  ~PostgresqlStream() override { Drop(); }
  PostgresqlStream(const PostgresqlStream&) = delete;
  PostgresqlStream& operator=(const PostgresqlStream&) = delete;

  const std::vector<Column>& columns() const override { return columns_; }
  bool Next() override;
  Row row() const override { return Row(*this, 0, columns_.size()); }
  int64_t row_count() const override { return ended_ || spool_ ? row_count_ : -1; }

  /// Sets the remaining rows aside, so that the connection is free.
  void SetAside();
  /// The error of a row among them, which Next() throws when it comes there.
  const std::optional<Error>& error() const { return error_; }
  /// Reads and drops the remaining rows, so that the connection is free. The stream is over then.
  void Drop() noexcept;

 private:
  Cell At(size_t row, size_t column) const override;
  /// Reads the next row off the connection; false after the last, when the connection is free and `error_` is what went
  /// wrong.
  bool Fetch();
  void ThrowError();
  void SpoolRow();
  bool ReadSpooledRow();

  Session* session_;
  PostgresqlStream** reader_;
  /// This stream's rows are on the connection. Otherwise it does not touch the connection, which may have ended.
  bool reading_ = false;
  std::string sql_;
  std::vector<Column> columns_;
  /// The current row as it came off the connection.
  ResultPtr current_;
  /// The current row has not been given by Next() yet.
  bool is_first_ = false;
  bool ended_ = false;
  bool dropped_ = false;
  int64_t row_count_ = -1;
  std::optional<Error> error_;
  /// Rows set aside, and the current one of them: its bytes, and the cells that point into them.
  std::optional<Spool> spool_;
  std::string bytes_;
  std::vector<Cell> cells_;
};

}  // namespace limbeck::driver::postgresql
