#include "inspect/has_table.h"

namespace limbeck::inspect {
namespace {

bool SqliteHasTable(driver::Connection& connection, const std::string& table,
                    const std::optional<std::string>& schema) {
  const driver::Parameters names = {table, schema.value_or("main")};
  return !connection.Execute("SELECT 1 FROM pragma_table_info(?, ?) LIMIT 1", names).empty();
}

bool PostgresqlHasTable(driver::Connection& connection, const std::string& table,
                        const std::optional<std::string>& schema) {
  const std::string by_name =
      "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
      "WHERE c.relname = $1 AND c.relkind = ANY (ARRAY['r','p','f','v','m']::\"char\"[]) AND ";
  if (schema) return !connection.Execute(by_name + "n.nspname = $2", {table, *schema}).empty();
  const std::string visible = "pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'";
  return !connection.Execute(by_name + visible, {table}).empty();
}

}  // namespace

bool HasTable(driver::Connection& connection, const std::string& table, const std::optional<std::string>& schema) {
  if (connection.backend() == driver::Backend::kSqlite) return SqliteHasTable(connection, table, schema);
  return PostgresqlHasTable(connection, table, schema);
}

}  // namespace limbeck::inspect
