#pragma once

#include <optional>
#include <string>

#include "dialect/dialect.h"
#include "graph/head_maintainer.h"
#include "limbeck/error.h"
#include "ops/operation.h"

namespace limbeck::engine {

/// The table that remembers which revisions a database has: its name, and the statements about it, which are the same
/// online and in scripts.
struct VersionTable {
  std::string name = "alembic_version";
  std::optional<std::string> schema;
  bool has_primary_key = true;

  ops::CreateTable Create() const;
  // `schemas` says what schemas stand for, and may be null.
  std::optional<std::string> SchemaIn(const dialect::SchemaMap* schemas) const;
  std::string SelectAll(const dialect::Dialect& dialect, const dialect::SchemaMap* schemas) const;
  std::string DeleteAll(const dialect::Dialect& dialect, const dialect::SchemaMap* schemas) const;
  /// The statement of one change, which touches exactly one row.
  dialect::Statement Change(const graph::RowChange& change, const dialect::Dialect& dialect,
                            const dialect::RenderOptions& options) const;
  /// What Alembic says when an update or a delete met another number of rows than one.
  Error WrongRowCount(const graph::RowChange& change, int64_t rows) const;

 private:
  std::string QualifiedName(const dialect::Dialect& dialect, const dialect::SchemaMap* schemas) const;
};

}  // namespace limbeck::engine
