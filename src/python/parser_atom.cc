// Atoms: names, constants, and everything in brackets of its own.

#include <utility>

#include "python/number_literal.h"
#include "python/parser_state.h"

namespace limbeck::python {
namespace {

using ast::ComprehensionKind;
using ast::ConstantKind;
using ast::Expr;
using ast::ExprKind;

}  // namespace

Expr* Parser::ParseAtom() {
  switch (token_->kind) {
    case TokenKind::kName:
      return NewName(*token_++);
    case TokenKind::kNumber:
      return ParseNumber();
    case TokenKind::kString:
    case TokenKind::kFStringStart:
      return ParseStrings();
    case TokenKind::kLeftParenthesis:
      return ParseParenthesized();
    case TokenKind::kLeftBracket:
      return ParseList();
    case TokenKind::kLeftBrace:
      return ParseBraces();
    case TokenKind::kNone:
      return ParseKeywordConstant(ConstantKind::kNone);
    case TokenKind::kTrue:
      return ParseKeywordConstant(ConstantKind::kTrue);
    case TokenKind::kFalse:
      return ParseKeywordConstant(ConstantKind::kFalse);
    case TokenKind::kEllipsis:
      return ParseKeywordConstant(ConstantKind::kEllipsis);
    default:
      Fail();
  }
}

Expr* Parser::ParseKeywordConstant(ConstantKind kind) {
  const uint32_t begin = Begin();
  Advance();
  return NewConstant(begin, kind);
}

Expr* Parser::ParseNumber() {
  const Token& token = *token_++;
  ast::Constant* const constant = NewConstant(token.begin, ConstantKind::kInt);
  ReadNumber(source_, token, arena_, *constant);
  return constant;
}

// --- ( ) ---

/// A group, a tuple, a generator expression or `(yield x)`.
Expr* Parser::ParseParenthesized() {
  const InBrackets in_brackets(*this);
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Advance();
  if (Take(TokenKind::kRightParenthesis)) return NewTuple(begin, {});
  if (At(TokenKind::kYield)) return ParseGroup(ParseYield());
  if (At(TokenKind::kDoubleStar)) {
    const Span stars = token_->span();
    Advance();
    ParseExpression();
    if (At(TokenKind::kRightParenthesis)) Fail(stars, "cannot use double starred expression here");
    Fail();
  }
  Expr* const first = ParseStarNamedExpression();
  if (AtComprehension()) {
    return ParseComprehension(begin, ComprehensionKind::kGenerator, first, nullptr, TokenKind::kRightParenthesis);
  }
  if (At(TokenKind::kComma)) return NewTuple(begin, ParseRestOfDisplay(first, TokenKind::kRightParenthesis));
  if (first->kind == ExprKind::kStarred && At(TokenKind::kRightParenthesis)) {
    Fail(first->span, "cannot use starred expression here");
  }
  return ParseGroup(first);
}

/// The closing parenthesis of a group; the parentheses leave no trace in the tree.
Expr* Parser::ParseGroup(Expr* inner) {
  Expect(TokenKind::kRightParenthesis);
  return inner;
}

// --- [ ] and { } ---

Parser::Exprs Parser::ParseRestOfDisplay(Expr* first, TokenKind close) {
  Builder<Child<Expr>> elements(*this);
  elements.Add(first);
  const uint32_t begin = first->span.begin;
  while (Take(TokenKind::kComma) && !At(close)) {
    if (AtComprehension()) break;
    elements.Add(ParseStarNamedExpression());
  }
  if (AtComprehension() && close != TokenKind::kRightParenthesis) {
    Fail({begin, End()}, "did you forget parentheses around the comprehension target?");
  }
  Expect(close);
  return elements.Finish();
}

Expr* Parser::ParseList() {
  const InBrackets in_brackets(*this);
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Advance();
  Exprs elements;
  if (!Take(TokenKind::kRightBracket)) {
    Expr* const first = ParseStarNamedExpression();
    if (AtComprehension()) {
      return ParseComprehension(begin, ComprehensionKind::kList, first, nullptr, TokenKind::kRightBracket);
    }
    elements = ParseRestOfDisplay(first, TokenKind::kRightBracket);
  }
  auto* const node = New<ast::List>(begin);
  node->elements = elements;
  node->has_star = HasStar(elements);
  return node;
}

/// A dictionary or a set: what follows the first expression tells.
Expr* Parser::ParseBraces() {
  const InBrackets in_brackets(*this);
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Advance();
  if (At(TokenKind::kRightBrace) || At(TokenKind::kDoubleStar)) return ParseDict(begin, nullptr);
  Expr* const first = ParseStarNamedExpression();
  const bool is_key = At(TokenKind::kColon) && first->kind != ExprKind::kStarred;
  return is_key ? ParseDict(begin, first) : ParseSet(begin, first);
}

Expr* Parser::ParseSet(uint32_t begin, Expr* first) {
  if (AtComprehension()) {
    return ParseComprehension(begin, ComprehensionKind::kSet, first, nullptr, TokenKind::kRightBrace);
  }
  const Exprs elements = ParseRestOfDisplay(first, TokenKind::kRightBrace);
  auto* const node = New<ast::Set>(begin);
  node->elements = elements;
  node->has_star = HasStar(elements);
  return node;
}

Expr* Parser::ParseDict(uint32_t begin, Expr* key) {
  Builder<ast::DictItem> items(*this);
  while (!At(TokenKind::kRightBrace)) {
    const uint32_t item_begin = Begin();
    ast::DictItem item = ParseDictItem(key);
    key = nullptr;
    if (items.empty() && AtComprehension()) {
      if (!item.key) Fail({item_begin, item_begin + 2}, "dict unpacking cannot be used in dict comprehension");
      return ParseComprehension(begin, ComprehensionKind::kDict, item.key.get(), item.value.get(),
                                TokenKind::kRightBrace);
    }
    items.Add(item);
    if (!Take(TokenKind::kComma)) break;
  }
  Expect(TokenKind::kRightBrace);
  auto* const node = New<ast::Dict>(begin);
  node->items = items.Finish();
  return node;
}

/// `key: value` or `**mapping`
ast::DictItem Parser::ParseDictItem(Expr* key) {
  if (key == nullptr && Take(TokenKind::kDoubleStar)) return {nullptr, ParseBinary()};
  const uint32_t begin = Begin();
  if (key == nullptr) {
    // a missing colon is told here, not as a missing comma
    const uint32_t brackets = std::exchange(brackets_, 0);
    key = ParseExpression();
    brackets_ = brackets;
  }
  if (!At(TokenKind::kColon)) Fail({begin, End()}, "':' expected after dictionary key");
  return {key, ParseDictValue()};
}

Expr* Parser::ParseDictValue() {
  const Span colon = token_->span();
  Advance();
  if (At(TokenKind::kRightBrace) || At(TokenKind::kComma)) {
    Fail(colon, "expression expected after dictionary key and ':'");
  }
  if (At(TokenKind::kStar)) {
    const Span star = token_->span();
    Advance();
    ParseBinary();
    Fail(star, "cannot use a starred expression in a dictionary value");
  }
  return ParseExpression();
}

// --- comprehensions ---

bool Parser::AtComprehension() const {
  return At(TokenKind::kFor) || (At(TokenKind::kAsync) && Next() == TokenKind::kFor);
}

/// From the first `for` up to and with the closing bracket.
Expr* Parser::ParseComprehension(uint32_t begin, ComprehensionKind kind, Expr* element, Expr* value, TokenKind close) {
  if (element->kind == ExprKind::kStarred) {
    Fail(element->span, "iterable unpacking cannot be used in comprehension");
  }
  const auto clauses = ParseComprehensionClauses();
  Expect(close);
  return NewComprehension(begin, kind, element, value, clauses);
}

Expr* Parser::NewComprehension(uint32_t begin, ComprehensionKind kind, Expr* element, Expr* value,
                               List<ast::ComprehensionClause> clauses) {
  auto* const node = New<ast::Comprehension>(begin);
  node->comprehension = kind;
  node->element = element;
  node->value = value;
  node->clauses = clauses;
  if (kind == ComprehensionKind::kGenerator) {
    static const Symbol name = Symbol::Intern("<genexpr>");
    node->code = NewCode(ast::CodeKind::kGeneratorExpression, name, begin);
    node->code->span = node->span;
  }
  return node;
}

Parser::List<ast::ComprehensionClause> Parser::ParseComprehensionClauses() {
  Builder<ast::ComprehensionClause> clauses(*this);
  while (AtComprehension()) clauses.Add(ParseComprehensionClause());
  return clauses.Finish();
}

ast::ComprehensionClause Parser::ParseComprehensionClause() {
  ast::ComprehensionClause clause;
  clause.is_async = Take(TokenKind::kAsync);
  Advance();
  clause.target = ParseForTargets();
  clause.iterable = ParseDisjunction();
  Builder<Child<Expr>> conditions(*this);
  while (Take(TokenKind::kIf)) conditions.Add(ParseDisjunction());
  clause.conditions = conditions.Finish();
  return clause;
}

}  // namespace limbeck::python
