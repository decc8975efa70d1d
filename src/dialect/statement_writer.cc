#include "dialect/statement_writer.h"

#include <memory>
#include <string>
#include <vector>

#include "base/text.h"

namespace limbeck::dialect {
namespace {

std::string InsertText(const sql::Insert& insert, const Identifiers& identifiers, ExpressionWriter& expressions) {
  std::string text = "INSERT INTO " + identifiers.Table(insert.table, insert.schema);
  if (insert.values.empty()) return text + " DEFAULT VALUES";
  std::vector<std::string> columns;
  std::vector<std::string> values;
  for (const sql::Assignment& assignment : insert.values) {
    columns.push_back(identifiers.Quote(assignment.column));
    values.push_back(expressions.Write(assignment.value));
  }
  return text + " (" + Join(columns, ", ") + ") VALUES (" + Join(values, ", ") + ")";
}

std::string ReturningText(const sql::Insert& insert, const Identifiers& identifiers,
                          const ExpressionWriter& expressions) {
  if (insert.returning.empty()) return "";
  const std::string prefix =
      expressions.ReturningNamesTable() ? identifiers.Table(insert.table, insert.schema) + "." : "";
  std::vector<std::string> columns;
  for (const sql::Name& column : insert.returning) columns.push_back(prefix + identifiers.Quote(column));
  return " RETURNING " + Join(columns, ", ");
}

}  // namespace

Statement WriteStatement(const sql::Statement& statement, const Writers& writers, const RenderOptions& options) {
  std::unique_ptr<ExpressionWriter> expressions = writers.NewExpressions({.parameter_style = options.parameter_style,
                                                                          .needs_values = !options.offline,
                                                                          .literal_binds = options.literal_binds});
  Statement result;
  if (const auto* text = std::get_if<sql::Text>(&statement)) {
    result.text = expressions->WriteText(*text);
  } else {
    const auto& insert = std::get<sql::Insert>(statement);
    result.text = InsertText(insert, writers.identifiers, *expressions) +
                  ReturningText(insert, writers.identifiers, *expressions);
  }
  result.parameters = expressions->TakeParameters();
  return result;
}

}  // namespace limbeck::dialect
