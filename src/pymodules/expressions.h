#pragma once

#include <string_view>

#include "python/interpreter.h"
#include "sql/expression.h"
#include "sql/statement.h"

// SQL expressions as scripts see them: sa.text("..."), sa.func.now(), table.c.id == 5. All of them are one native class
// with an sql::Expression in it; its subclasses only tell scripts apart what they are.

namespace limbeck::pymodules {

struct ExpressionState : python::NativeState {
  explicit ExpressionState(sql::Expression made) : expression(std::move(made)) {}
  sql::Expression expression;
};

/// `ClauseElement`, the root of all.
const python::TypeObject* ClauseElementClass();

python::Value WrapExpression(sql::Expression expression);

/// The expression of a value that is one (also of a Column), or nullptr.
const sql::Expression* FindExpression(const python::Value& value);

/// The expression a value means: itself, or the value as a parameter.
sql::Expression ReadExpression(python::Interpreter& interpreter, const python::Value& value);

/// Where a string is SQL text, as in sa.CheckConstraint("a > 0").
sql::Expression ReadSqlText(python::Interpreter& interpreter, const python::Value& value, std::string_view argument);

/// The right side of an operator: an expression, or a value that takes the left side's type.
sql::Expression OperandBeside(python::Interpreter& interpreter, const sql::Expression& beside, sql::Operator op,
                              const python::Value& value);

}  // namespace limbeck::pymodules
