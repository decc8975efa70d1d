#include "dialect/sqlite/ddl.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "base/text.h"
#include "dialect/sqlite/constraints.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::dialect::sqlite {
namespace {

bool IsWordCharacter(unsigned char c) {
  return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// SQLite wants parentheses around a default that is an expression.
std::string DefaultClause(const std::string& text) {
  std::string_view trimmed = TrimLeft(text);
  bool begins_safely = !trimmed.empty() && std::string_view("'\"(").find(trimmed[0]) != std::string_view::npos;
  bool is_word = std::all_of(text.begin(), text.end(), IsWordCharacter);
  return begins_safely || is_word ? " DEFAULT " + text : " DEFAULT (" + text + ")";
}

std::string ConflictOption(const schema::Column& column, std::string_view option) {
  std::string action = column.options.Text(option);
  return action.empty() ? "" : " ON CONFLICT " + action;
}

}  // namespace

SqliteDdl::SqliteDdl(Writers& parts) : DdlWriter(parts, std::make_unique<SqliteConstraints>(parts)) {}

// ------------------------------------------------------------------------------------------------ columns

std::string SqliteDdl::ColumnSpecification(const schema::Column& column, const schema::Table& table) {
  std::string type = writers().types->Text(column.type);
  std::string text = writers().identifiers.Quote(column.name) + " " + type;
  std::optional<std::string> value = column.server_default ? DefaultText(*column.server_default) : std::nullopt;
  if (value) text += DefaultClause(*value);
  if (!column.is_nullable()) text += " NOT NULL" + ConflictOption(column, "sqlite_on_conflict_not_null");
  text += InlineKey(column, table);
  if (const schema::Computed* computed = column.computed()) text += " " + ComputedText(*computed);
  return text;
}

std::string SqliteDdl::InlineKey(const schema::Column& column, const schema::Table& table) {
  if (!column.primary_key) return "";
  if (column.autoincrement == schema::Autoincrement::kYes && table.PrimaryKeyColumns().size() != 1) {
    throw sql::CompileError(writers().subject + "SQLite does not support autoincrement for composite primary keys");
  }
  if (!HasInlineKey(column, table)) return "";
  return " PRIMARY KEY" + ConflictOption(column, "sqlite_on_conflict_primary_key") + " AUTOINCREMENT";
}

std::string SqliteDdl::ComputedText(const schema::Computed& computed) {
  std::string text = "GENERATED ALWAYS AS (" + writers().expressions->Write(computed.expression) + ")";
  if (!computed.persisted) return text;
  return text + (*computed.persisted ? " STORED" : " VIRTUAL");
}

std::string SqliteDdl::TableSuffix(const schema::Table& table) {
  std::vector<std::string> options;
  const schema::OptionValue* with_rowid = table.options.Find("sqlite_with_rowid");
  if (with_rowid && !with_rowid->IsTrue()) options.emplace_back("WITHOUT ROWID");
  if (table.options.IsTrue("sqlite_strict")) options.emplace_back("STRICT");
  return options.empty() ? "" : "\n " + Join(options, ",\n ");
}

// ------------------------------------------------------------------------------------------------ indexes

std::string SqliteDdl::IndexName(const schema::ConstraintName& name, const std::optional<sql::Name>& schema) {
  return writers().identifiers.Table(writers().identifiers.FinalName(name), schema);
}

std::string SqliteDdl::CreateIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists) {
  if (!index.name) throw sql::CompileError("CREATE INDEX requires that the index have a name");
  std::string text = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  if (if_not_exists) text += "IF NOT EXISTS ";
  std::vector<std::string> elements;
  for (const schema::IndexElement& element : index.elements) {
    const sql::Name* column = element.column();
    elements.push_back(column ? writers().identifiers.Quote(*column)
                              : writers().expressions->Write(*element.expression()));
  }
  text += IndexName(index.name, table.schema) + " ON " + writers().identifiers.Quote(table.name) + " (" +
          Join(elements, ", ") + ")";
  const schema::OptionValue* where = index.options.Find("sqlite_where");
  if (!where || where->As<sql::None>()) return text;
  const auto* condition = where->As<sql::Expression>();
  return text + " WHERE " +
         writers().expressions->Write(condition ? *condition : sql::SqlText(index.options.Text("sqlite_where")));
}

std::string SqliteDdl::DropIndex(const schema::ConstraintName& name, const std::optional<sql::Name>& schema,
                                 const schema::Options&, bool if_exists) {
  return "\nDROP INDEX " + std::string(if_exists ? "IF EXISTS " : "") + IndexName(name, schema);
}

}  // namespace limbeck::dialect::sqlite
