#pragma once

#include <string>
#include <string_view>

#include "dialect/type_writer.h"

namespace limbeck::dialect::postgresql {

/// PostgreSQL's column types.
class PostgresqlTypes : public TypeWriter {
 public:
  PostgresqlTypes(const Identifiers& names, const std::string& error_subject)
      : TypeWriter("postgresql", names, error_subject) {}

  /// "schema.name" of an enum or domain. Throws Error (CompileError) when it has no name.
  std::string NamedType(const sql::Type& type) const;

 protected:
  std::string PlainText(const sql::Type& type) const override;
  std::string_view CompilerName() const override { return "dialects.postgresql.base.PGTypeCompiler"; }

 private:
  std::string Array(const sql::Type& type) const;
};

}  // namespace limbeck::dialect::postgresql
