#include "engine/version_table.h"

namespace limbeck::engine {
namespace {

constexpr const char* kColumn = "version_num";
constexpr int kLength = 32;

}  // namespace

ops::CreateTable VersionTable::Create() const {
  ops::CreateTable operation;
  operation.table.name = sql::Name(name);
  if (schema) operation.table.schema = sql::Name(*schema);
  schema::Column column;
  column.name = sql::Name(kColumn);
  column.type = sql::types::String(kLength);
  column.nullable = false;
  operation.table.columns.push_back(std::move(column));
  if (!has_primary_key) return operation;
  schema::PrimaryKey key;
  key.name = schema::ConstraintName::Final(sql::Name(name + "_pkc"));
  key.columns = {sql::Name(kColumn)};
  operation.table.constraints.emplace_back(std::move(key));
  return operation;
}

std::optional<std::string> VersionTable::SchemaIn(const dialect::SchemaMap* schemas) const {
  const std::optional<sql::Name> own = schema ? std::optional(sql::Name(*schema)) : std::nullopt;
  const std::optional<sql::Name> meant = dialect::Translate(schemas, own);
  return meant && !meant->empty() ? std::optional(meant->text) : std::nullopt;
}

std::string VersionTable::QualifiedName(const dialect::Dialect& dialect, const dialect::SchemaMap* schemas) const {
  const std::optional<std::string> meant = SchemaIn(schemas);
  return (meant ? dialect.Quote(sql::Name(*meant)) + "." : "") + dialect.Quote(sql::Name(name));
}

std::string VersionTable::SelectAll(const dialect::Dialect& dialect, const dialect::SchemaMap* schemas) const {
  const std::string table = QualifiedName(dialect, schemas);
  return "SELECT " + table + "." + kColumn + " \nFROM " + table;
}

std::string VersionTable::DeleteAll(const dialect::Dialect& dialect, const dialect::SchemaMap* schemas) const {
  return "DELETE FROM " + QualifiedName(dialect, schemas);
}

dialect::Statement VersionTable::Change(const graph::RowChange& change, const dialect::Dialect& dialect,
                                        const dialect::RenderOptions& options) const {
  const std::string table = QualifiedName(dialect, options.schemas);
  const std::string column = table + "." + kColumn;
  if (const auto* insert = std::get_if<graph::InsertVersion>(&change)) {
    sql::Insert row;
    row.table = sql::Name(name);
    if (schema) row.schema = sql::Name(*schema);
    const sql::LiteralColumn version{dialect.Literal(insert->version), {}};
    row.values.push_back({sql::Name(kColumn), sql::Expression(version)});
    if (has_primary_key) {
      const sql::ColumnReference key{.name = sql::Name(kColumn), .table = row.table, .schema = row.schema};
      row.new_keys.emplace_back(key);
    }
    return dialect.Render(row, options);
  }
  dialect::Statement statement;
  if (const auto* gone = std::get_if<graph::DeleteVersion>(&change)) {
    statement.text = "DELETE FROM " + table + " WHERE " + column + " = " + dialect.Literal(gone->version);
  } else {
    const auto& update = std::get<graph::UpdateVersion>(change);
    statement.text = "UPDATE " + table + " SET " + kColumn + "=" + dialect.Literal(update.to) + " WHERE " + column +
                     " = " + dialect.Literal(update.from);
  }
  return statement;
}

Error VersionTable::WrongRowCount(const graph::RowChange& change, int64_t rows) const {
  std::string what;
  if (const auto* gone = std::get_if<graph::DeleteVersion>(&change)) {
    what = "deleting '" + gone->version + "'";
  } else if (const auto* update = std::get_if<graph::UpdateVersion>(&change)) {
    what = "updating '" + update->from + "' to '" + update->to + "'";
  }
  return {ErrorKind::kCommand, "Online migration expected to match one row when " + what + " in '" + name + "'; " +
                                   std::to_string(rows) + " found"};
}

}  // namespace limbeck::engine
