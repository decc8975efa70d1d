#include "pymodules/expression_operators.h"

#include <optional>

#include "pymodules/expressions.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;
using sql::Operator;

std::optional<Operator> OperatorOf(python::ast::BinaryOperator op) {
  using Python = python::ast::BinaryOperator;
  switch (op) {
    case Python::kAdd:
      return Operator::kAdd;
    case Python::kSubtract:
      return Operator::kSubtract;
    case Python::kMultiply:
      return Operator::kMultiply;
    case Python::kDivide:
      return Operator::kDivide;
    case Python::kFloorDivide:
      return Operator::kFloorDivide;
    case Python::kModulo:
      return Operator::kModulo;
    case Python::kBitAnd:
      return Operator::kAnd;
    case Python::kBitOr:
      return Operator::kOr;
    case Python::kMatrixMultiply:
    case Python::kPower:
    case Python::kLeftShift:
    case Python::kRightShift:
    case Python::kBitXor:
      break;
  }
  return std::nullopt;
}

Value BinaryOperation(Interpreter& interpreter, python::ast::BinaryOperator op, const Value& self, const Value& other,
                      bool reflected) {
  const std::optional<Operator> sql_operator = OperatorOf(op);
  if (!sql_operator) return python::NotImplementedValue();
  const sql::Expression& mine = *FindExpression(self);
  const sql::Expression theirs = OperandBeside(interpreter, mine, *sql_operator, other);
  const sql::Expression& left = reflected ? theirs : mine;
  const sql::Expression& right = reflected ? mine : theirs;
  if (*sql_operator == Operator::kAnd) return WrapExpression(sql::And({left, right}));
  if (*sql_operator == Operator::kOr) return WrapExpression(sql::Or({left, right}));
  return WrapExpression(sql::Operate(*sql_operator, left, right));
}

Value UnaryOperation(Interpreter&, python::ast::UnaryOperator op, const Value& self) {
  const sql::Expression& mine = *FindExpression(self);
  if (op == python::ast::UnaryOperator::kInvert) return WrapExpression(sql::Not(mine));
  if (op == python::ast::UnaryOperator::kNegate) return WrapExpression(sql::Negative(mine));
  python::RaiseTypeError("bad operand type for unary +: 'ColumnElement'");
}

Operator OperatorOf(python::CompareOp op) {
  switch (op) {
    case python::CompareOp::kEqual:
      return Operator::kEqual;
    case python::CompareOp::kNotEqual:
      return Operator::kNotEqual;
    case python::CompareOp::kLess:
      return Operator::kLess;
    case python::CompareOp::kLessEqual:
      return Operator::kLessEqual;
    case python::CompareOp::kGreater:
      return Operator::kGreater;
    case python::CompareOp::kGreaterEqual:
      break;
  }
  return Operator::kGreaterEqual;
}

Value CompareOperation(Interpreter& interpreter, const Value& self, const Value& other, python::CompareOp op) {
  const sql::Expression& mine = *FindExpression(self);
  const Operator sql_operator = OperatorOf(op);
  return WrapExpression(sql::Operate(sql_operator, mine, OperandBeside(interpreter, mine, sql_operator, other)));
}

/// Only "=" and "!=" have one: whether both sides are one object, by which columns are found in lists.
bool Truth(Interpreter&, const Value& self) {
  const auto* binary = FindExpression(self)->As<sql::Binary>();
  if (binary == nullptr || (binary->op != Operator::kEqual && binary->op != Operator::kNotEqual)) {
    python::RaiseTypeError("Boolean value of this clause is not defined");
  }
  const auto* left = binary->left.As<sql::ColumnReference>();
  const auto* right = binary->right.As<sql::ColumnReference>();
  const bool is_same = left != nullptr && right != nullptr && left->origin.object != nullptr &&
                       left->origin.object == right->origin.object;
  return is_same == (binary->op == Operator::kEqual);
}

uint64_t HashByIdentity(Interpreter&, const Value& self) {
  return reinterpret_cast<uintptr_t>(self.object()) >> 4;
}

}  // namespace

void SetOperators(python::Slots& slots) {
  slots.binary = BinaryOperation;
  slots.unary = UnaryOperation;
  slots.compare = CompareOperation;
  slots.truth = Truth;
  slots.hash = HashByIdentity;
}

}  // namespace limbeck::pymodules
