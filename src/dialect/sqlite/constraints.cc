#include "dialect/sqlite/constraints.h"

#include "sql/errors.h"

namespace limbeck::dialect::sqlite {
namespace {

std::string OnConflict(const std::string& action) {
  return action.empty() ? "" : " ON CONFLICT " + action;
}

// The constraint's own clause, or that of its only column.
std::string ConflictClause(const schema::Options& options, const std::vector<sql::Name>& columns,
                           const schema::Table& table, std::string_view column_option) {
  std::string own = options.Text("sqlite_on_conflict");
  if (!own.empty() || columns.size() != 1) return OnConflict(own);
  const schema::Column* column = table.FindColumn(columns[0].text);
  return column ? OnConflict(column->options.Text(column_option)) : "";
}

}  // namespace

bool HasInlineKey(const schema::Column& column, const schema::Table& table) {
  return column.primary_key && table.options.IsTrue("sqlite_autoincrement") && table.PrimaryKeyColumns().size() == 1 &&
         sql::AffinityOf(column.type) == sql::TypeAffinity::kInteger && !schema::HasForeignKey(table, column);
}

std::optional<std::string> SqliteConstraints::PrimaryKey(const schema::PrimaryKey& key, const schema::Table& table) {
  const schema::Column* column = key.columns.size() == 1 ? table.FindColumn(key.columns[0].text) : nullptr;
  if (column && HasInlineKey(*column, table)) return std::nullopt;
  return ConstraintWriter::PrimaryKey(key, table).value_or("") +
         ConflictClause(key.options, key.columns, table, "sqlite_on_conflict_primary_key");
}

std::optional<std::string> SqliteConstraints::Unique(const schema::Unique& unique, const schema::Table& table) {
  return ConstraintWriter::Unique(unique, table).value_or("") +
         ConflictClause(unique.options, unique.columns, table, "sqlite_on_conflict_unique");
}

std::optional<std::string> SqliteConstraints::Check(const schema::Check& check, const schema::Table& table) {
  return ConstraintWriter::Check(check, table).value_or("") + OnConflict(check.options.Text("sqlite_on_conflict"));
}

std::string SqliteConstraints::ColumnCheck(const schema::Check& check) {
  if (!check.options.Text("sqlite_on_conflict").empty()) {
    throw sql::CompileError(writers().subject +
                            "SQLite does not support on conflict clause for column check constraint");
  }
  return ConstraintWriter::ColumnCheck(check);
}

std::optional<std::string> SqliteConstraints::ForeignKey(const schema::ForeignKey& key, const schema::Table& table) {
  if (key.referent_schema != table.schema) return std::nullopt;
  return ConstraintWriter::ForeignKey(key, table);
}

std::string SqliteConstraints::ReferentTable(const schema::ForeignKey& key) const {
  return writers().identifiers.Quote(key.referent_table);
}

}  // namespace limbeck::dialect::sqlite
