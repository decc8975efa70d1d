// Simple statements.

#include "python/expr_names.h"
#include "python/parser_state.h"

namespace limbeck::python {
namespace {

using ast::BinaryOperator;
using ast::Expr;
using ast::ExprKind;
using ast::Stmt;

struct AugmentedRow {
  TokenKind token;
  BinaryOperator op;
};

constexpr AugmentedRow kAugmentedRows[] = {
    {TokenKind::kPlusEqual, BinaryOperator::kAdd},
    {TokenKind::kMinusEqual, BinaryOperator::kSubtract},
    {TokenKind::kStarEqual, BinaryOperator::kMultiply},
    {TokenKind::kAtEqual, BinaryOperator::kMatrixMultiply},
    {TokenKind::kSlashEqual, BinaryOperator::kDivide},
    {TokenKind::kDoubleSlashEqual, BinaryOperator::kFloorDivide},
    {TokenKind::kPercentEqual, BinaryOperator::kModulo},
    {TokenKind::kDoubleStarEqual, BinaryOperator::kPower},
    {TokenKind::kLeftShiftEqual, BinaryOperator::kLeftShift},
    {TokenKind::kRightShiftEqual, BinaryOperator::kRightShift},
    {TokenKind::kAmpersandEqual, BinaryOperator::kBitAnd},
    {TokenKind::kBarEqual, BinaryOperator::kBitOr},
    {TokenKind::kCaretEqual, BinaryOperator::kBitXor},
};

bool IsAugmented(TokenKind kind) {
  return kind >= TokenKind::kPlusEqual && kind <= TokenKind::kCaretEqual;
}

BinaryOperator OperatorOf(TokenKind kind) {
  return kAugmentedRows[static_cast<size_t>(kind) - static_cast<size_t>(TokenKind::kPlusEqual)].op;
}

bool IsSingleTarget(const Expr& expr) {
  return expr.kind == ExprKind::kName || expr.kind == ExprKind::kAttribute || expr.kind == ExprKind::kSubscript;
}

}  // namespace

void Parser::ParseStatement(Builder<Child<Stmt>>& block) {
  if (Stmt* const compound = ParseCompoundStatement()) {
    block.Add(compound);
  } else {
    ParseSimpleLine(block);
  }
}

/// `a; b; c` and the line's end.
void Parser::ParseSimpleLine(Builder<Child<Stmt>>& block) {
  do {
    block.Add(ParseSimpleStatement());
  } while (Take(TokenKind::kSemicolon) && !At(TokenKind::kNewline));
  Expect(TokenKind::kNewline);
}

Stmt* Parser::ParseSimpleStatement() {
  switch (token_->kind) {
    case TokenKind::kReturn:
      return ParseReturn();
    case TokenKind::kImport:
      return ParseImport();
    case TokenKind::kFrom:
      return ParseImportFrom();
    case TokenKind::kRaise:
      return ParseRaise();
    case TokenKind::kPass:
      return ParseBareStatement<ast::Pass>();
    case TokenKind::kBreak:
      return ParseBareStatement<ast::Break>();
    case TokenKind::kContinue:
      return ParseBareStatement<ast::Continue>();
    case TokenKind::kDel:
      return ParseDelete();
    case TokenKind::kAssert:
      return ParseAssert();
    case TokenKind::kGlobal:
      return ParseNames<ast::Global>();
    case TokenKind::kNonlocal:
      return ParseNames<ast::Nonlocal>();
    default:
      return AtTypeAlias() ? ParseTypeAlias() : ParseExpressionStatement();
  }
}

template <typename T>
Stmt* Parser::ParseBareStatement() {
  const uint32_t begin = Begin();
  Advance();
  return New<T>(begin);
}

/// `global a, b`
template <typename T>
Stmt* Parser::ParseNames() {
  const uint32_t begin = Begin();
  Builder<Symbol> names(*this);
  do {
    Advance();
    names.Add(ParseName());
  } while (At(TokenKind::kComma));
  auto* const node = New<T>(begin);
  node->names = names.Finish();
  return node;
}

Stmt* Parser::ParseReturn() {
  const uint32_t begin = Begin();
  Advance();
  const bool has_value = StartsExpression(token_->kind) || At(TokenKind::kStar);
  Expr* const value = has_value ? ParseStarExpressions() : nullptr;
  auto* const node = New<ast::Return>(begin);
  node->value = value;
  return node;
}

Stmt* Parser::ParseRaise() {
  const uint32_t begin = Begin();
  Advance();
  Expr* const exception = StartsExpression(token_->kind) ? ParseExpression() : nullptr;
  Expr* const cause = exception != nullptr && Take(TokenKind::kFrom) ? ParseExpression() : nullptr;
  auto* const node = New<ast::Raise>(begin);
  node->exception = exception;
  node->cause = cause;
  return node;
}

Stmt* Parser::ParseAssert() {
  const uint32_t begin = Begin();
  Advance();
  Expr* const test = ParseExpression();
  Expr* const message = Take(TokenKind::kComma) ? ParseExpression() : nullptr;
  auto* const node = New<ast::Assert>(begin);
  node->test = test;
  node->message = message;
  return node;
}

Stmt* Parser::ParseDelete() {
  const uint32_t begin = Begin();
  Advance();
  bool is_tuple = false;
  Expr* const targets = ParseStarExpressions(&is_tuple);
  CheckTarget(*targets, TargetUse::kDelete);
  auto* const node = New<ast::Delete>(begin);
  node->targets = is_tuple ? ast::As<ast::Tuple>(*targets).elements : One<Child<Expr>>(targets);
  return node;
}

// --- expressions and assignments ---

Stmt* Parser::ParseExpressionStatement() {
  const Token& first = *token_;
  bool is_tuple = false;
  Expr* const expr = At(TokenKind::kYield) ? ParseYield() : ParseStarExpressions(&is_tuple);
  if (At(TokenKind::kEqual)) return ParseAssign(first.begin, expr, is_tuple);
  if (IsAugmented(token_->kind)) return ParseAugmentedAssign(first.begin, expr);
  if (At(TokenKind::kColon)) return ParseAnnotatedAssign(first, expr);
  auto* const node = New<ast::ExpressionStmt>(first.begin);
  node->value = expr;
  return node;
}

/// `a = b = value`, at the first equal sign.
Stmt* Parser::ParseAssign(uint32_t begin, Expr* first, bool is_tuple) {
  CheckFirstTarget(*first, is_tuple);
  Builder<Child<Expr>> targets(*this);
  Expr* value = first;
  while (Take(TokenKind::kEqual)) {
    CheckTarget(*value, TargetUse::kAssign);
    targets.Add(value);
    const Span span = token_->span();
    value = ParseYieldOrStarExpressions();
    const bool is_yield = value->kind == ExprKind::kYield || value->kind == ExprKind::kYieldFrom;
    if (is_yield && At(TokenKind::kEqual)) Fail(span, "assignment to yield expression not possible");
  }
  auto* const node = New<ast::Assign>(begin);
  node->targets = targets.Finish();
  node->value = value;
  return node;
}

/// When nothing but an operand follows the first `=`, a wrong target probably means a comparison.
void Parser::CheckFirstTarget(const Expr& first, bool is_tuple) {
  if (FindInvalidTarget(first, TargetUse::kAssign) == nullptr) return;
  const bool bare_yield =
      (first.kind == ExprKind::kYield || first.kind == ExprKind::kYieldFrom) && first.span.end == End();
  if (bare_yield) Fail(first.span, "assignment to yield expression not possible");
  const Expr& last = is_tuple ? *ast::As<ast::Tuple>(first).elements.back() : first;
  const Token* const equal = token_;
  const TokenKind next = Next();
  const bool operand_follows = StartsExpression(next) && next != TokenKind::kNot && next != TokenKind::kLambda;
  const bool is_grouped = last.span.end != End();
  if (operand_follows && !IsDisplayOrKeyword(last) && (is_grouped || !IsLooserThanOperand(last))) {
    BlameEqual(last.span.begin, last);
  }
  token_ = equal;
}

Stmt* Parser::ParseAugmentedAssign(uint32_t begin, Expr* target) {
  const BinaryOperator op = OperatorOf(token_->kind);
  Advance();
  Expr* const value = ParseYieldOrStarExpressions();
  if (!IsSingleTarget(*target)) {
    Fail(target->span, std::string("'") + NameOfExpr(*target) + "' is an illegal expression for augmented assignment");
  }
  auto* const node = New<ast::AugmentedAssign>(begin);
  node->op = op;
  node->target = target;
  node->value = value;
  return node;
}

/// `target: annotation = value`, at the colon.
Stmt* Parser::ParseAnnotatedAssign(const Token& first, Expr* target) {
  if (target->kind == ExprKind::kStarred) Fail();
  Advance();
  Expr* const annotation = ParseExpression();
  if (target->kind == ExprKind::kTuple || target->kind == ExprKind::kList) {
    Fail(target->span, std::string("only single target (not ") + NameOfExpr(*target) + ") can be annotated");
  }
  if (!IsSingleTarget(*target)) Fail(target->span, "illegal target for annotation");
  Expr* const value = Take(TokenKind::kEqual) ? ParseYieldOrStarExpressions() : nullptr;
  auto* const node = New<ast::AnnotatedAssign>(first.begin);
  node->is_simple = first.kind == TokenKind::kName && target->kind == ExprKind::kName;
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  return node;
}

// --- type ---

/// `type X =` and `type X[`: `type` is a name everywhere else.
bool Parser::AtTypeAlias() const {
  static const Symbol type = Symbol::Intern("type");
  return At(TokenKind::kName) && Next() == TokenKind::kName && AtName(type) &&
         (Next(2) == TokenKind::kEqual || Next(2) == TokenKind::kLeftBracket);
}

Stmt* Parser::ParseTypeAlias() {
  const uint32_t begin = Begin();
  Advance();
  const Symbol plain_name = PlainSymbolOf(*token_);
  ast::NameRef name;
  name.symbol = ParseName();
  const ast::TypeParameters type_parameters = ParseTypeParameters();
  Expect(TokenKind::kEqual);
  const uint32_t value_begin = Begin();
  Expr* const value = ParseExpression();
  auto* const function = arena_.New<ast::Function>();
  function->code = NewCode(ast::CodeKind::kTypeAlias, plain_name, value_begin);
  function->code->span.end = End();
  function->expression = value;
  auto* const node = New<ast::TypeAlias>(begin);
  node->name = name;
  node->type_parameters = type_parameters;
  node->value = function;
  return node;
}

}  // namespace limbeck::python
