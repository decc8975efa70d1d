#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/result.h"
#include "driver/sqlite/session.h"

namespace limbeck::driver::sqlite {

class SqliteStream;
/// The streams that a connection has given out and that still read from it.
using OpenStreams = std::vector<SqliteStream*>;

/// Rows read from the statement as it steps. The first step is taken at once, so that what the statement does is done
/// and its error comes when the stream is made.
class SqliteStream : public RowStream, private RowSource {
 public:
  SqliteStream(Session& session, OpenStreams& open, const std::string& sql, const Parameters& parameters);
  ~SqliteStream() override { Close(); }
  SqliteStream(const SqliteStream&) = delete;
  SqliteStream& operator=(const SqliteStream&) = delete;

  const std::vector<Column>& columns() const override { return columns_; }
  bool Next() override;
  Row row() const override { return Row(*this, 0, columns_.size()); }
  int64_t row_count() const override { return row_count_; }

  /// Lets go of the statement and the connection, which may end then.
  void Close();

 private:
  Cell At(size_t row, size_t column) const override;
  void Finish();

  OpenStreams* open_;
  std::string sql_;
  /// Until the last row was given.
  std::optional<StatementUse> use_;
  std::vector<Column> columns_;
  bool first_ = false;
  int64_t row_count_ = -1;
};

}  // namespace limbeck::driver::sqlite
