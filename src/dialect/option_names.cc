#include "dialect/option_names.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "sql/errors.h"

namespace limbeck::dialect {
namespace {

constexpr std::string_view kDialects[] = {"postgresql", "sqlite", "mysql", "mariadb", "mssql", "oracle"};

struct OptionName {
  OptionOwner owner;
  std::string_view dialect;
  /// "*": anything goes.
  std::string_view name;
};

constexpr OptionName kOptionNames[] = {
    {OptionOwner::kIndex, "postgresql", "using"},
    {OptionOwner::kIndex, "postgresql", "include"},
    {OptionOwner::kIndex, "postgresql", "where"},
    {OptionOwner::kIndex, "postgresql", "ops"},
    {OptionOwner::kIndex, "postgresql", "concurrently"},
    {OptionOwner::kIndex, "postgresql", "with"},
    {OptionOwner::kIndex, "postgresql", "tablespace"},
    {OptionOwner::kIndex, "postgresql", "nulls_not_distinct"},
    {OptionOwner::kTable, "postgresql", "ignore_search_path"},
    {OptionOwner::kTable, "postgresql", "tablespace"},
    {OptionOwner::kTable, "postgresql", "partition_by"},
    {OptionOwner::kTable, "postgresql", "with_oids"},
    {OptionOwner::kTable, "postgresql", "on_commit"},
    {OptionOwner::kTable, "postgresql", "inherits"},
    {OptionOwner::kTable, "postgresql", "using"},
    {OptionOwner::kCheck, "postgresql", "not_valid"},
    {OptionOwner::kForeignKey, "postgresql", "not_valid"},
    {OptionOwner::kPrimaryKey, "postgresql", "include"},
    {OptionOwner::kUnique, "postgresql", "include"},
    {OptionOwner::kUnique, "postgresql", "nulls_not_distinct"},
    {OptionOwner::kTable, "sqlite", "autoincrement"},
    {OptionOwner::kTable, "sqlite", "with_rowid"},
    {OptionOwner::kTable, "sqlite", "strict"},
    {OptionOwner::kIndex, "sqlite", "where"},
    {OptionOwner::kColumn, "sqlite", "on_conflict_primary_key"},
    {OptionOwner::kColumn, "sqlite", "on_conflict_not_null"},
    {OptionOwner::kColumn, "sqlite", "on_conflict_unique"},
    {OptionOwner::kPrimaryKey, "sqlite", "on_conflict"},
    {OptionOwner::kForeignKey, "sqlite", "on_conflict"},
    {OptionOwner::kUnique, "sqlite", "on_conflict"},
    {OptionOwner::kCheck, "sqlite", "on_conflict"},
    {OptionOwner::kExclude, "sqlite", "on_conflict"},
    {OptionOwner::kTable, "mysql", "*"},
    {OptionOwner::kTable, "mariadb", "*"},
    {OptionOwner::kPrimaryKey, "mysql", "using"},
    {OptionOwner::kPrimaryKey, "mariadb", "using"},
    {OptionOwner::kIndex, "mysql", "using"},
    {OptionOwner::kIndex, "mysql", "length"},
    {OptionOwner::kIndex, "mysql", "prefix"},
    {OptionOwner::kIndex, "mysql", "with_parser"},
    {OptionOwner::kIndex, "mariadb", "using"},
    {OptionOwner::kIndex, "mariadb", "length"},
    {OptionOwner::kIndex, "mariadb", "prefix"},
    {OptionOwner::kIndex, "mariadb", "with_parser"},
    {OptionOwner::kPrimaryKey, "mssql", "clustered"},
    {OptionOwner::kUnique, "mssql", "clustered"},
    {OptionOwner::kIndex, "mssql", "clustered"},
    {OptionOwner::kIndex, "mssql", "include"},
    {OptionOwner::kIndex, "mssql", "where"},
    {OptionOwner::kIndex, "mssql", "columnstore"},
    {OptionOwner::kColumn, "mssql", "identity_start"},
    {OptionOwner::kColumn, "mssql", "identity_increment"},
    {OptionOwner::kTable, "oracle", "resolve_synonyms"},
    {OptionOwner::kTable, "oracle", "on_commit"},
    {OptionOwner::kTable, "oracle", "compress"},
    {OptionOwner::kTable, "oracle", "tablespace"},
    {OptionOwner::kIndex, "oracle", "bitmap"},
    {OptionOwner::kIndex, "oracle", "compress"},
    {OptionOwner::kIndex, "oracle", "vector"},
};

std::string_view ClassOf(OptionOwner owner) {
  switch (owner) {
    case OptionOwner::kTable:
      return "sqlalchemy.sql.schema.Table";
    case OptionOwner::kColumn:
      return "sqlalchemy.sql.schema.Column";
    case OptionOwner::kIndex:
      return "sqlalchemy.sql.schema.Index";
    case OptionOwner::kPrimaryKey:
      return "sqlalchemy.sql.schema.PrimaryKeyConstraint";
    case OptionOwner::kForeignKey:
      return "sqlalchemy.sql.schema.ForeignKeyConstraint";
    case OptionOwner::kUnique:
      return "sqlalchemy.sql.schema.UniqueConstraint";
    case OptionOwner::kCheck:
      return "sqlalchemy.sql.schema.CheckConstraint";
    case OptionOwner::kExclude:
      return "sqlalchemy.dialects.postgresql.ext.ExcludeConstraint";
  }
  return "";
}

bool IsKnown(OptionOwner owner, std::string_view dialect, std::string_view name) {
  return std::any_of(std::begin(kOptionNames), std::end(kOptionNames), [&](const OptionName& row) {
    return row.owner == owner && row.dialect == dialect && (row.name == name || row.name == "*");
  });
}

}  // namespace

std::optional<std::string> CheckOptionName(OptionOwner owner, std::string_view name) {
  size_t mark = name.find('_', 1);
  if (name.empty() || mark == std::string_view::npos || mark + 1 == name.size()) {
    throw Error(ErrorKind::kScript,
                "Additional arguments should be named <dialectname>_<argument>, got '" + std::string(name) + "'")
        .ExceptionClass("TypeError");
  }
  std::string_view dialect = name.substr(0, mark);
  if (std::find(std::begin(kDialects), std::end(kDialects), dialect) == std::end(kDialects)) {
    return "Can't validate argument " + PythonRepr(name) + "; can't locate any SQLAlchemy dialect named " +
           PythonRepr(dialect);
  }
  if (IsKnown(owner, dialect, name.substr(mark + 1))) return std::nullopt;
  throw sql::ArgumentError("Argument " + PythonRepr(name) + " is not accepted by dialect " + PythonRepr(dialect) +
                           " on behalf of <class '" + std::string(ClassOf(owner)) + "'>");
}

}  // namespace limbeck::dialect
