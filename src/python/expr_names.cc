#include "python/expr_names.h"

namespace limbeck::python {
namespace {

using ast::ComprehensionKind;
using ast::ConstantKind;
using ast::Expr;
using ast::ExprKind;

const char* NameOfConstant(ConstantKind kind) {
  switch (kind) {
    case ConstantKind::kNone:
      return "None";
    case ConstantKind::kTrue:
      return "True";
    case ConstantKind::kFalse:
      return "False";
    case ConstantKind::kEllipsis:
      return "ellipsis";
    default:
      return "literal";
  }
}

const char* NameOfComprehension(ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::kList:
      return "list comprehension";
    case ComprehensionKind::kSet:
      return "set comprehension";
    case ComprehensionKind::kDict:
      return "dict comprehension";
    case ComprehensionKind::kGenerator:
      return "generator expression";
  }
  return "";
}

}  // namespace

const char* NameOfExpr(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kConstant:
      return NameOfConstant(ast::As<ast::Constant>(expr).constant);
    case ExprKind::kComprehension:
      return NameOfComprehension(ast::As<ast::Comprehension>(expr).comprehension);
    case ExprKind::kName:
      return "name";
    case ExprKind::kAttribute:
      return "attribute";
    case ExprKind::kCall:
      return "function call";
    case ExprKind::kSubscript:
      return "subscript";
    case ExprKind::kBinaryOp:
    case ExprKind::kUnaryOp:
    case ExprKind::kBoolOp:
      return "expression";
    case ExprKind::kCompare:
      return "comparison";
    case ExprKind::kConditional:
      return "conditional expression";
    case ExprKind::kNamedExpr:
      return "named expression";
    case ExprKind::kLambda:
      return "lambda";
    case ExprKind::kTuple:
      return "tuple";
    case ExprKind::kList:
      return "list";
    case ExprKind::kSet:
      return "set display";
    case ExprKind::kDict:
      return "dict literal";
    case ExprKind::kJoinedString:
    case ExprKind::kFormattedValue:
      return "f-string expression";
    case ExprKind::kSlice:
      return "slice";
    case ExprKind::kStarred:
      return "starred";
    case ExprKind::kAwait:
      return "await expression";
    case ExprKind::kYield:
    case ExprKind::kYieldFrom:
      return "yield expression";
  }
  return "";
}

bool IsLooserThanOperand(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kBoolOp:
    case ExprKind::kCompare:
    case ExprKind::kConditional:
    case ExprKind::kLambda:
    case ExprKind::kNamedExpr:
      return true;
    case ExprKind::kUnaryOp:
      return ast::As<ast::UnaryOp>(expr).op == ast::UnaryOperator::kNot;
    default:
      return false;
  }
}

bool IsDisplayOrKeyword(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kList:
    case ExprKind::kTuple:
      return true;
    case ExprKind::kComprehension:
      return ast::As<ast::Comprehension>(expr).comprehension == ComprehensionKind::kGenerator;
    case ExprKind::kConstant: {
      const ConstantKind kind = ast::As<ast::Constant>(expr).constant;
      return kind == ConstantKind::kNone || kind == ConstantKind::kTrue || kind == ConstantKind::kFalse;
    }
    default:
      return false;
  }
}

}  // namespace limbeck::python
