#pragma once

#include <string>
#include <string_view>

#include "dialect/type_writer.h"

namespace limbeck::dialect::sqlite {

/// SQLite's column types: what their names say decides the affinity of a column, nothing else.
class SqliteTypes : public TypeWriter {
 public:
  SqliteTypes(const Identifiers& names, const std::string& error_subject)
      : TypeWriter("sqlite", names, error_subject) {}

 protected:
  std::string PlainText(const sql::Type& type) const override;
  std::string_view CompilerName() const override { return "dialects.sqlite.base.SQLiteTypeCompiler"; }
};

}  // namespace limbeck::dialect::sqlite
