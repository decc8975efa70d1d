// What can be assigned to and deleted. Targets are parsed as expressions; here is told which of those are none.

#include "python/expr_names.h"
#include "python/parser_state.h"

namespace limbeck::python {

using ast::Expr;
using ast::ExprKind;

/// The first part of a target that is none, or null.
const Expr* Parser::FindInvalidTarget(const Expr& expr, TargetUse use) {
  switch (expr.kind) {
    case ExprKind::kName:
    case ExprKind::kAttribute:
    case ExprKind::kSubscript:
      return nullptr;
    case ExprKind::kTuple:
      return FindInvalidElement(ast::As<ast::Tuple>(expr).elements, use);
    case ExprKind::kList:
      return FindInvalidElement(ast::As<ast::List>(expr).elements, use);
    case ExprKind::kStarred:
      if (use == TargetUse::kDelete) return &expr;
      return FindInvalidTarget(*ast::As<ast::Starred>(expr).value, use);
    case ExprKind::kCompare: {
      // `x in y`, where `in` belongs to the loop
      const auto& compare = ast::As<ast::Compare>(expr);
      const bool is_in = compare.comparisons[0].op == ast::CompareOperator::kIn;
      if (use != TargetUse::kFor) return &expr;
      return is_in ? FindInvalidTarget(*compare.left, use) : nullptr;
    }
    default:
      return &expr;
  }
}

const Expr* Parser::FindInvalidElement(const Exprs& elements, TargetUse use) {
  for (const Child<Expr>& element : elements) {
    if (const Expr* invalid = FindInvalidTarget(*element, use)) return invalid;
  }
  return nullptr;
}

void Parser::CheckTarget(const Expr& target, TargetUse use) {
  const Expr* const invalid = FindInvalidTarget(target, use);
  if (invalid == nullptr) return;
  const char* const what = use == TargetUse::kDelete ? "cannot delete " : "cannot assign to ";
  Fail(invalid->span, std::string(what) + NameOfExpr(*invalid));
}

/// From behind `for`, up to and with `in`.
Expr* Parser::ParseForTargets() {
  const Token* const first = token_;
  if (At(TokenKind::kNot)) CheckTarget(*ParseStarExpressions(), TargetUse::kFor);
  Expr* const targets = ParseTargetList();
  if (At(TokenKind::kIn)) {
    CheckTarget(*targets, TargetUse::kFor);
    Advance();
    return targets;
  }
  const Token& stop = *token_;
  token_ = first;
  CheckTarget(*ParseStarExpressions(), TargetUse::kFor);
  FailAt(stop);
}

/// Operands, so that an `in` ends them.
Expr* Parser::ParseTargetList() {
  const uint32_t begin = Begin();
  Expr* const first = ParseTargetElement();
  if (!At(TokenKind::kComma)) return first;
  Builder<Child<Expr>> elements(*this);
  elements.Add(first);
  while (Take(TokenKind::kComma) && !At(TokenKind::kIn)) elements.Add(ParseTargetElement());
  return NewTuple(begin, elements.Finish());
}

Expr* Parser::ParseTargetElement() {
  const uint32_t begin = Begin();
  if (!Take(TokenKind::kStar)) return ParseBinary();
  Expr* const value = ParseBinary();
  auto* const node = New<ast::Starred>(begin);
  node->value = value;
  return node;
}

}  // namespace limbeck::python
