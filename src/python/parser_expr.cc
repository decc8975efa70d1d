// Expressions above atoms: conditionals, operators, attributes and subscripts.

#include <array>

#include "python/expr_names.h"
#include "python/parser_state.h"

namespace limbeck::python {
namespace {

using ast::BinaryOperator;
using ast::CompareOperator;
using ast::Expr;
using ast::ExprKind;

struct BinaryRow {
  TokenKind token;
  BinaryOperator op;
  uint8_t precedence;
};

constexpr BinaryRow kBinaryRows[] = {
    {TokenKind::kBar, BinaryOperator::kBitOr, 1},
    {TokenKind::kCaret, BinaryOperator::kBitXor, 2},
    {TokenKind::kAmpersand, BinaryOperator::kBitAnd, 3},
    {TokenKind::kLeftShift, BinaryOperator::kLeftShift, 4},
    {TokenKind::kRightShift, BinaryOperator::kRightShift, 4},
    {TokenKind::kPlus, BinaryOperator::kAdd, 5},
    {TokenKind::kMinus, BinaryOperator::kSubtract, 5},
    {TokenKind::kStar, BinaryOperator::kMultiply, 6},
    {TokenKind::kSlash, BinaryOperator::kDivide, 6},
    {TokenKind::kDoubleSlash, BinaryOperator::kFloorDivide, 6},
    {TokenKind::kPercent, BinaryOperator::kModulo, 6},
    {TokenKind::kAt, BinaryOperator::kMatrixMultiply, 6},
};

/// What a token means between two operands; precedence 0 means nothing.
struct BinaryTable {
  struct Entry {
    BinaryOperator op{};
    uint8_t precedence = 0;
  };
  std::array<Entry, kTokenKinds> entries{};

  constexpr BinaryTable() {
    for (const BinaryRow& row : kBinaryRows) entries[static_cast<size_t>(row.token)] = {row.op, row.precedence};
  }
};

constexpr BinaryTable kBinaryTable;

bool IsSoftKeyword(std::string_view name) {
  return name == "match" || name == "case" || name == "_";
}

bool IsOldStatement(const Expr& expr) {
  const auto* name = ast::TryAs<ast::Name>(expr);
  return name != nullptr && (name->ref.symbol.text() == "print" || name->ref.symbol.text() == "exec");
}

}  // namespace

/// `a if b else c`, a lambda, or an expression of operators.
Expr* Parser::ParseExpression() {
  const Nesting nesting(*this);
  if (At(TokenKind::kLambda)) return ParseLambda();
  const Token& first = *token_;
  Expr* const expr = ParseDisjunction();
  if (At(TokenKind::kIf)) return ParseConditional(first.begin, expr);
  if (StartsExpression(token_->kind)) CheckNothingFollows(first, first.begin, *expr);
  return expr;
}

/// Two expressions side by side are nowhere right: what may be missing is told, where it is probable.
void Parser::CheckNothingFollows(const Token& first, uint32_t begin, const Expr& expr) {
  if (IsOldStatement(expr)) {
    const std::string name = ast::As<ast::Name>(expr).ref.symbol.text();
    if (At(TokenKind::kLeftParenthesis)) return;
    ParseStarExpressions();
    Fail({begin, End()}, "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
  }
  const bool name_first = first.kind == TokenKind::kName;
  const TokenKind second = (&first)[1].kind;
  const bool is_string = second == TokenKind::kString || second == TokenKind::kFStringStart;
  if (brackets_ == 0 || (name_first && is_string)) return;
  if (name_first && IsSoftKeyword(PlainSymbolOf(first).text())) return;
  ParseExpression();
  Fail({begin, End()}, "invalid syntax. Perhaps you forgot a comma?");
}

/// After the body, at `if`.
Expr* Parser::ParseConditional(uint32_t begin, Expr* body) {
  Advance();
  Expr* const test = ParseDisjunction();
  if (!At(TokenKind::kElse)) {
    if (At(TokenKind::kColon)) Fail();
    Fail({begin, End()}, "expected 'else' after 'if' expression");
  }
  Advance();
  Expr* const otherwise = ParseExpression();
  auto* const node = New<ast::Conditional>(begin);
  node->test = test;
  node->body = body;
  node->otherwise = otherwise;
  return node;
}

/// `name := value` or an expression; `=` after it is the caller's.
Expr* Parser::ParseExpressionOrNamed() {
  if (!At(TokenKind::kName) || Next() != TokenKind::kColonEqual) return ParseExpression();
  const uint32_t begin = Begin();
  ast::Name* const target = NewName(*token_);
  token_ += 2;
  Expr* const value = ParseExpression();
  auto* const node = New<ast::NamedExpr>(begin);
  node->target = target;
  node->value = value;
  return node;
}

Expr* Parser::ParseNamedExpression() {
  const uint32_t begin = Begin();
  Expr* const expr = ParseExpressionOrNamed();
  if (At(TokenKind::kColonEqual) && expr->kind != ExprKind::kNamedExpr) {
    Fail({begin, End()}, std::string("cannot use assignment expressions with ") + NameOfExpr(*expr));
  }
  if (!At(TokenKind::kEqual)) return expr;
  const Token& equal = *token_;
  if (!IsLooserThanOperand(*expr) && !IsDisplayOrKeyword(*expr)) BlameEqual(begin, *expr);
  FailAt(equal);
}

void Parser::BlameEqual(uint32_t begin, const Expr& left) {
  const Span left_span = {begin, End()};
  Advance();
  ParseBinary();
  if (At(TokenKind::kEqual) || At(TokenKind::kColonEqual)) return;
  if (left.kind == ExprKind::kName) {
    Fail({begin, End()}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }
  Fail(left_span, std::string("cannot assign to ") + NameOfExpr(left) + " here. Maybe you meant '==' instead of '='?");
}

Expr* Parser::ParseStarNamedExpression() {
  return At(TokenKind::kStar) ? ParseStarExpression() : ParseNamedExpression();
}

/// `*a` or an expression.
Expr* Parser::ParseStarExpression() {
  if (!At(TokenKind::kStar)) return ParseExpression();
  const uint32_t begin = Begin();
  Advance();
  const Token& first = *token_;
  Expr* const value = ParseBinary();
  if (StartsExpression(token_->kind)) CheckNothingFollows(first, first.begin, *value);
  auto* const node = New<ast::Starred>(begin);
  node->value = value;
  return node;
}

/// An expression, or a tuple without parentheses.
Expr* Parser::ParseStarExpressions(bool* is_tuple) {
  const uint32_t begin = Begin();
  Expr* const first = ParseStarExpression();
  if (!At(TokenKind::kComma)) return first;
  Builder<Child<Expr>> elements(*this);
  elements.Add(first);
  while (Take(TokenKind::kComma)) {
    if (!StartsExpression(token_->kind) && !At(TokenKind::kStar)) break;
    elements.Add(ParseStarExpression());
  }
  if (is_tuple != nullptr) *is_tuple = true;
  return NewTuple(begin, elements.Finish());
}

Expr* Parser::ParseYieldOrStarExpressions() {
  return At(TokenKind::kYield) ? ParseYield() : ParseStarExpressions();
}

Expr* Parser::ParseYield() {
  const uint32_t begin = Begin();
  Advance();
  if (Take(TokenKind::kFrom)) {
    Expr* const source = ParseExpression();
    auto* const node = New<ast::YieldFrom>(begin);
    node->value = source;
    return node;
  }
  Expr* const value = StartsExpression(token_->kind) || At(TokenKind::kStar) ? ParseStarExpressions() : nullptr;
  auto* const node = New<ast::Yield>(begin);
  node->value = value;
  return node;
}

// --- operators ---

Expr* Parser::ParseDisjunction() {
  const uint32_t begin = Begin();
  Expr* const first = ParseConjunction();
  return At(TokenKind::kOr) ? ParseBoolOp(begin, first, TokenKind::kOr) : first;
}

Expr* Parser::ParseConjunction() {
  const uint32_t begin = Begin();
  Expr* const first = ParseInversion();
  return At(TokenKind::kAnd) ? ParseBoolOp(begin, first, TokenKind::kAnd) : first;
}

Expr* Parser::ParseBoolOp(uint32_t begin, Expr* first, TokenKind op) {
  Builder<Child<Expr>> values(*this);
  values.Add(first);
  while (Take(op)) values.Add(op == TokenKind::kOr ? ParseConjunction() : ParseInversion());
  auto* const node = New<ast::BoolOp>(begin);
  node->is_or = op == TokenKind::kOr;
  node->values = values.Finish();
  return node;
}

Expr* Parser::ParseInversion() {
  if (!At(TokenKind::kNot)) return ParseComparison();
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Advance();
  Expr* const operand = ParseInversion();
  auto* const node = New<ast::UnaryOp>(begin);
  node->op = ast::UnaryOperator::kNot;
  node->operand = operand;
  return node;
}

Expr* Parser::ParseComparison() {
  const uint32_t begin = Begin();
  Expr* const left = ParseBinary();
  CompareOperator op{};
  if (!TakeCompareOperator(op)) return left;
  Builder<ast::Comparison> comparisons(*this);
  do {
    comparisons.Add({op, ParseBinary()});
  } while (TakeCompareOperator(op));
  auto* const node = New<ast::Compare>(begin);
  node->left = left;
  node->comparisons = comparisons.Finish();
  return node;
}

bool Parser::TakeCompareOperator(CompareOperator& op) {
  switch (token_->kind) {
    case TokenKind::kEqualEqual:
      op = CompareOperator::kEqual;
      break;
    case TokenKind::kNotEqual:
      op = CompareOperator::kNotEqual;
      break;
    case TokenKind::kLess:
      op = CompareOperator::kLess;
      break;
    case TokenKind::kLessEqual:
      op = CompareOperator::kLessEqual;
      break;
    case TokenKind::kGreater:
      op = CompareOperator::kGreater;
      break;
    case TokenKind::kGreaterEqual:
      op = CompareOperator::kGreaterEqual;
      break;
    case TokenKind::kIn:
      op = CompareOperator::kIn;
      break;
    case TokenKind::kIs:
      op = Next() == TokenKind::kNot ? CompareOperator::kIsNot : CompareOperator::kIs;
      break;
    case TokenKind::kNot:
      if (Next() != TokenKind::kIn) return false;
      op = CompareOperator::kNotIn;
      break;
    default:
      return false;
  }
  token_ += op == CompareOperator::kIsNot || op == CompareOperator::kNotIn ? 2 : 1;
  return true;
}

/// Operators that bind more tightly than `above`.
Expr* Parser::ParseBinary(uint8_t above) {
  const uint32_t begin = Begin();
  Expr* left = ParseUnary();
  for (;;) {
    const BinaryTable::Entry& entry = kBinaryTable.entries[static_cast<size_t>(token_->kind)];
    if (entry.precedence <= above) return left;
    Advance();
    Expr* const right = ParseBinary(entry.precedence);
    auto* const node = New<ast::BinaryOp>(begin);
    node->op = entry.op;
    node->left = left;
    node->right = right;
    left = node;
  }
}

Expr* Parser::ParseUnary() {
  ast::UnaryOperator op{};
  switch (token_->kind) {
    case TokenKind::kMinus:
      op = ast::UnaryOperator::kNegate;
      break;
    case TokenKind::kPlus:
      op = ast::UnaryOperator::kPlus;
      break;
    case TokenKind::kTilde:
      op = ast::UnaryOperator::kInvert;
      break;
    default:
      return ParsePower();
  }
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Advance();
  Expr* const operand = ParseUnary();
  auto* const node = New<ast::UnaryOp>(begin);
  node->op = op;
  node->operand = operand;
  return node;
}

Expr* Parser::ParsePower() {
  const uint32_t begin = Begin();
  Expr* const left = ParsePrimary();
  if (!At(TokenKind::kDoubleStar)) return left;
  const Nesting nesting(*this);
  Advance();
  Expr* const right = ParseUnary();
  auto* const node = New<ast::BinaryOp>(begin);
  node->op = BinaryOperator::kPower;
  node->left = left;
  node->right = right;
  return node;
}

// --- primaries ---

Expr* Parser::ParsePrimary() {
  const uint32_t begin = Begin();
  if (!Take(TokenKind::kAwait)) return ParseTrailers(begin, ParseAtom());
  const uint32_t operand = Begin();
  Expr* const value = ParseTrailers(operand, ParseAtom());
  auto* const node = New<ast::Await>(begin);
  node->value = value;
  return node;
}

Expr* Parser::ParseTrailers(uint32_t begin, Expr* value) {
  for (;;) {
    switch (token_->kind) {
      case TokenKind::kDot:
        value = ParseAttribute(begin, value);
        break;
      case TokenKind::kLeftParenthesis:
        value = ParseCall(begin, value);
        break;
      case TokenKind::kLeftBracket:
        value = ParseSubscript(begin, value);
        break;
      default:
        return value;
    }
  }
}

Expr* Parser::ParseAttribute(uint32_t begin, Expr* value) {
  Advance();
  const Token& name = *token_;
  const Symbol symbol = ParseName();
  auto* const node = New<ast::Attribute>(begin);
  node->value = value;
  node->name = symbol;
  node->name_span = name.span();
  node->cache_index = module_.counts.attribute_caches++;
  return node;
}

Expr* Parser::ParseSubscript(uint32_t begin, Expr* value) {
  Advance();
  Expr* const index = ParseSubscriptIndex();
  Expect(TokenKind::kRightBracket);
  auto* const node = New<ast::Subscript>(begin);
  node->value = value;
  node->index = index;
  return node;
}

Expr* Parser::ParseSubscriptIndex() {
  const InBrackets in_brackets(*this);
  const uint32_t begin = Begin();
  const bool starred = At(TokenKind::kStar);
  Expr* const first = ParseSlice();
  if (!At(TokenKind::kComma) && !starred) return first;
  Builder<Child<Expr>> elements(*this);
  elements.Add(first);
  while (Take(TokenKind::kComma) && !At(TokenKind::kRightBracket)) elements.Add(ParseSlice());
  return NewTuple(begin, elements.Finish());
}

/// `a`, `*a`, or `a:b:c` with any of them left out.
Expr* Parser::ParseSlice() {
  if (At(TokenKind::kStar)) return ParseStarExpression();
  const uint32_t begin = Begin();
  const bool named = Next() == TokenKind::kColonEqual;
  Expr* const lower = At(TokenKind::kColon) ? nullptr : ParseNamedExpression();
  if (!At(TokenKind::kColon)) return lower;
  if (named) Fail();
  Advance();
  const auto parse_part = [this] { return StartsExpression(token_->kind) ? ParseExpression() : nullptr; };
  Expr* const upper = parse_part();
  Expr* const step = Take(TokenKind::kColon) ? parse_part() : nullptr;
  auto* const node = New<ast::Slice>(begin);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

}  // namespace limbeck::python
