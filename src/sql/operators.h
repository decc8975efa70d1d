#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sql/expression.h"

namespace limbeck::sql {

/// Builders of expressions that follow SQLAlchemy: who groups whom, when `=` becomes IS, when `+` becomes ||, what a
/// literal's type is. Trees built here print as SQLAlchemy's do.

Expression Null();
Expression True();
Expression False();
Expression Column(Name name, Type type = {});
/// An anonymous parameter, named after `hint`; its type is the value's own unless given.
Expression Literal(Value value, Type type = {}, std::string hint = "param");
/// `op.inline_literal`: never a parameter.
Expression InlineLiteral(Value value, Type type = {});
Expression SqlText(std::string sql);
/// sa.func.name(...). The functions that SQLAlchemy knows (count, now, coalesce, ...) get their type and their own
/// spelling; `type` is that of others.
Expression Call(std::string name, std::vector<Expression> arguments, Type type = {});

/// `value` as the other side of `op`: takes the expression's type where the operator compares like with like.
Expression Operand(const Expression& beside, Operator op, Value value);

/// left op right, for comparison, arithmetic, concatenation, LIKE and its relatives, JSON access and bits.
Expression Operate(Operator op, const Expression& left, const Expression& right);
struct CustomOperator {
  std::string text;
  int precedence = 0;
  bool is_comparison = false;
  bool eager_grouping = false;
  Type return_type;
};
Expression Operate(const CustomOperator& op, const Expression& left, const Expression& right);

/// LIKE and its relatives, with ESCAPE.
Expression Like(Operator op, const Expression& left, const Expression& right, std::optional<std::string> escape);
Expression RegexpMatch(const Expression& left, const Expression& pattern, std::optional<std::string> flags);
Expression RegexpReplace(const Expression& left, const Expression& pattern, const Expression& replacement,
                         std::optional<std::string> flags);
Expression Between(const Expression& value, const Expression& low, const Expression& high, bool symmetric = false);
Expression In(const Expression& value, std::vector<Value> choices, bool negated = false);
Expression In(const Expression& value, const Expression& choices, bool negated = false);

Expression And(std::vector<Expression> clauses);
Expression Or(std::vector<Expression> clauses);
Expression Not(const Expression& expression);
Expression Negative(const Expression& expression);
Expression BitwiseNot(const Expression& expression);

/// DESC, ASC, NULLS FIRST, NULLS LAST.
Expression Ordered(const Expression& expression, Operator modifier);
/// DISTINCT, ANY, ALL.
Expression Prefixed(Operator op, const Expression& expression);
Expression Collate(const Expression& expression, Name collation);
Expression CastTo(const Expression& expression, Type type);
/// A bare value has the type that it is cast to.
Expression CastTo(Value value, Type type);

/// The expression as an operand of `against`: in parentheses where precedence asks for them. kNone asks for those
/// that an expression takes when it stands alone, as in an index.
Expression SelfGroup(const Expression& expression, Operator against = Operator::kNone, int precedence = 0);

}  // namespace limbeck::sql
