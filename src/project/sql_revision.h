#pragma once

#include <optional>

#include "base/source.h"
#include "project/revision_header.h"

namespace limbeck::project {

/// "-- upgrade" or "-- downgrade" of an SQL revision: the statements up to the next of the two, or the end.
struct SqlSection {
  Span body;
  /// False when a line "-- no-transaction" stands in it, or in the header.
  bool in_transaction = true;

  bool operator==(const SqlSection&) const = default;
};

/// A revision written in SQL.
struct SqlRevision {
  SourcePtr source;
  RevisionHeader header;
  SqlSection upgrade;
  /// Nothing when the file has no such section: the revision cannot be taken back.
  std::optional<SqlSection> downgrade;
};

/// Reads a whole SQL revision file; its header is described at ScanCommentHeader. Lines inside strings, quoted names,
/// dollar quotes and block comments are no section lines.
/// Throws Error (kConfig) with the place when the file is no revision, a statement stands outside the sections, a
/// section is given twice or "-- upgrade" is missing.
SqlRevision ParseSqlRevision(SourcePtr source);

}  // namespace limbeck::project
