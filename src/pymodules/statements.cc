#include "pymodules/statements.h"

#include "pymodules/expressions.h"
#include "pymodules/sql_values.h"

namespace limbeck::pymodules {

sql::Statement ReadStatement(python::Interpreter& interpreter, const python::Value& value) {
  const python::Value resolved = interpreter.Resolve(value);
  if (const auto* text = python::Cast<python::StrObject>(resolved)) return sql::Text{text->text(), {}};
  const sql::Expression* expression = FindExpression(resolved);
  const sql::Text* text = expression == nullptr ? nullptr : expression->As<sql::Text>();
  if (text != nullptr) return *text;
  python::RaiseTypeError("Not an executable object: " + interpreter.Repr(resolved));
}

std::vector<sql::Assignment> ReadAssignments(python::Interpreter& interpreter, const python::DictObject& row,
                                             const schema::Table& table) {
  std::vector<sql::Assignment> assignments;
  for (const auto& entry : row.table.entries()) {
    if (entry.key.is_empty()) continue;
    const std::string name = interpreter.Str(entry.key);
    const schema::Column* column = table.FindColumn(name);
    const python::Value given = interpreter.Resolve(entry.value);
    const sql::Expression* expression = FindExpression(given);
    sql::BindParameter parameter;
    if (expression == nullptr) {
      parameter.key = name;
      parameter.value = ReadSqlValue(interpreter, given, name);
      if (column != nullptr) parameter.type = column->type;
    }
    const sql::Name target = column == nullptr ? sql::Name(name) : column->name;
    assignments.push_back({target, expression == nullptr ? sql::Expression(std::move(parameter)) : *expression});
  }
  return assignments;
}

}  // namespace limbeck::pymodules
