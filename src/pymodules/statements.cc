#include "pymodules/statements.h"

#include <algorithm>

#include "pymodules/changes.h"
#include "pymodules/compile_hooks.h"
#include "pymodules/expressions.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "sql/result_type.h"

namespace limbeck::pymodules {

namespace {

/// A text with the values that an execution gives its parameters.
sql::Text BoundText(python::Interpreter& interpreter, sql::Text text, const python::Value& parameters) {
  const auto* row = python::Cast<python::DictObject>(parameters);
  if (row == nullptr) return text;
  for (const auto& entry : row->table.entries()) {
    if (entry.key.is_empty()) continue;
    const std::string name = interpreter.Str(entry.key);
    const auto known = std::find_if(text.binds.begin(), text.binds.end(),
                                    [&](const sql::BindParameter& bind) { return bind.key == name; });
    sql::BindParameter bind = known == text.binds.end() ? sql::BindParameter() : *known;
    bind.key = name;
    bind.required = false;
    bind.value = ReadSqlValue(interpreter, entry.value, name);
    if (bind.type.is_null()) bind.type = sql::TypeOfValue(bind.value);
    if (known == text.binds.end()) {
      text.binds.push_back(std::move(bind));
    } else {
      *known = std::move(bind);
    }
  }
  return text;
}

}  // namespace

sql::Statement ReadStatement(python::Interpreter& interpreter, const python::Value& value,
                             const python::Value& parameters) {
  const python::Value resolved = interpreter.Resolve(value);
  if (const auto* text = python::Cast<python::StrObject>(resolved))
    return BoundText(interpreter, sql::Text{text->text(), {}}, parameters);
  if (const sql::Query* query = FindQuery(resolved)) {
    const auto* text = query->As<sql::TextQuery>();
    if (text != nullptr) return BoundText(interpreter, text->text, parameters);
    return *query;
  }
  if (const auto* change = python::StateOf<ChangeState>(resolved)) return ReadChange(interpreter, *change, parameters);
  const sql::Expression* expression = FindExpression(resolved);
  if (expression == nullptr) {
    if (std::optional<sql::Text> own = CompileElement(interpreter, resolved)) return *std::move(own);
    python::RaiseTypeError("Not an executable object: " + interpreter.Repr(resolved));
  }
  if (const auto* text = expression->As<sql::Text>()) return BoundText(interpreter, *text, parameters);
  return sql::Query{sql::Select{.columns = {*expression}}};
}

std::vector<sql::Assignment> ReadAssignments(python::Interpreter& interpreter, const python::DictObject& row,
                                             const schema::Table& table) {
  std::vector<sql::Assignment> assignments;
  for (const auto& entry : row.table.entries()) {
    if (entry.key.is_empty()) continue;
    const std::string name = interpreter.Str(entry.key);
    const schema::Column* column = FindColumnByKey(table, name);
    const python::Value given = interpreter.Resolve(entry.value);
    const sql::Expression* expression = FindExpression(given);
    sql::BindParameter parameter;
    if (expression == nullptr) {
      parameter.key = name;
      if (column != nullptr) parameter.type = column->type;
      parameter.value = ReadSqlValue(interpreter, given, name, parameter.type);
    }
    const sql::Name target = column == nullptr ? sql::Name(name) : column->name;
    assignments.push_back({target, expression == nullptr ? sql::Expression(std::move(parameter)) : *expression});
  }
  return assignments;
}

const schema::Column* FindColumnByKey(const schema::Table& table, std::string_view key) {
  for (const schema::Column& column : table.columns) {
    if (column.KeyName().text == key) return &column;
  }
  return nullptr;
}

}  // namespace limbeck::pymodules
