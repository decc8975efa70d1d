// match statements and their patterns.

#include "python/parser_state.h"

namespace limbeck::python {
namespace {

using ast::ConstantKind;
using ast::Expr;
using ast::Pattern;
using ast::Stmt;

bool IsImaginary(const Expr& expr) {
  const auto* constant = ast::TryAs<ast::Constant>(expr);
  return constant != nullptr && constant->constant == ConstantKind::kImaginary;
}

Symbol Wildcard() {
  static const Symbol symbol = Symbol::Intern("_");
  return symbol;
}

bool CanBeOperator(TokenKind kind) {
  return kind == TokenKind::kLeftParenthesis || kind == TokenKind::kLeftBracket || kind == TokenKind::kMinus ||
         kind == TokenKind::kPlus || kind == TokenKind::kStar || kind == TokenKind::kNot;
}

}  // namespace

/// `match` begins a statement when an expression follows that cannot be an operator's right side, or when the line ends
/// with a colon as only a block's does.
bool Parser::AtMatch() const {
  static const Symbol match = Symbol::Intern("match");
  if (!AtName(match)) return false;
  const TokenKind next = Next();
  if (!CanBeOperator(next)) return StartsExpression(next);
  if (next == TokenKind::kNot && Next(2) != TokenKind::kIn) return true;
  const Token* token = token_ + 1;
  while (token->kind != TokenKind::kNewline && token->kind != TokenKind::kEndMarker &&
         token->kind != TokenKind::kEndInBrackets) {
    ++token;
  }
  return token[-1].kind == TokenKind::kColon && token[0].kind == TokenKind::kNewline;
}

Stmt* Parser::ParseMatch() {
  static const Symbol case_word = Symbol::Intern("case");
  const Nesting nesting(*this);
  const BlockOwner owner{"'match' statement", Begin()};
  Advance();
  Expr* const subject = ParseSubject();
  if (At(TokenKind::kNewline)) Require(TokenKind::kColon, "expected ':'");
  Expect(TokenKind::kColon);
  Expect(TokenKind::kNewline);
  RequireIndent(owner);
  Builder<ast::MatchCase> cases(*this);
  do {
    if (!AtName(case_word)) Fail();
    cases.Add(ParseCase());
  } while (!Take(TokenKind::kDedent));
  auto* const node = New<ast::Match>(owner.begin);
  node->subject = subject;
  node->cases = cases.Finish();
  return node;
}

/// An expression, or a tuple without parentheses: `match a, *b:`.
Expr* Parser::ParseSubject() {
  const uint32_t begin = Begin();
  const bool starred = At(TokenKind::kStar);
  Expr* const first = ParseStarNamedExpression();
  if (!At(TokenKind::kComma)) {
    if (starred) Fail();
    return first;
  }
  Builder<Child<Expr>> elements(*this);
  elements.Add(first);
  while (Take(TokenKind::kComma) && !At(TokenKind::kColon)) elements.Add(ParseStarNamedExpression());
  return NewTuple(begin, elements.Finish());
}

ast::MatchCase Parser::ParseCase() {
  ast::MatchCase result;
  const uint32_t begin = Begin();
  Advance();
  result.pattern = ParsePatterns();
  if (Take(TokenKind::kIf)) result.guard = ParseNamedExpression();
  result.body = ParseSuite({"'case' statement", begin});
  result.span = {begin, End()};
  return result;
}

// --- sequences ---

/// A pattern, or a sequence without brackets.
Pattern* Parser::ParsePatterns() {
  const uint32_t begin = Begin();
  Pattern* const first = ParseStarPattern();
  if (!At(TokenKind::kComma)) {
    if (first->kind == ast::PatternKind::kStar) Fail();
    return first;
  }
  const auto patterns = ParsePatternList(first, TokenKind::kColon);
  auto* const node = New<ast::SequencePattern>(begin);
  node->patterns = patterns;
  return node;
}

/// `, b, *c,` after the first one, up to the closing token.
Parser::List<Child<Pattern>> Parser::ParsePatternList(Pattern* first, TokenKind close) {
  Builder<Child<Pattern>> patterns(*this);
  patterns.Add(first);
  while (Take(TokenKind::kComma) && !At(close) && !At(TokenKind::kIf)) patterns.Add(ParseStarPattern());
  return patterns.Finish();
}

/// `*rest`, `*_` or a pattern.
Pattern* Parser::ParseStarPattern() {
  const uint32_t begin = Begin();
  if (!Take(TokenKind::kStar)) return ParsePattern();
  const Symbol name = ParseName();
  auto* const node = New<ast::StarPattern>(begin);
  if (name != Wildcard()) node->name.symbol = name;
  return node;
}

/// `( )` around one pattern is a group, around several a sequence.
Pattern* Parser::ParseGroupPattern() {
  const InBrackets in_brackets(*this);
  const uint32_t begin = Begin();
  Advance();
  List<Child<Pattern>> patterns;
  if (!At(TokenKind::kRightParenthesis)) {
    Pattern* const first = ParseStarPattern();
    if (!At(TokenKind::kComma)) {
      if (first->kind == ast::PatternKind::kStar) Fail();
      Expect(TokenKind::kRightParenthesis);
      return first;
    }
    patterns = ParsePatternList(first, TokenKind::kRightParenthesis);
  }
  Expect(TokenKind::kRightParenthesis);
  auto* const node = New<ast::SequencePattern>(begin);
  node->patterns = patterns;
  return node;
}

Pattern* Parser::ParseListPattern() {
  const InBrackets in_brackets(*this);
  const uint32_t begin = Begin();
  Advance();
  List<Child<Pattern>> patterns;
  if (!At(TokenKind::kRightBracket)) patterns = ParsePatternList(ParseStarPattern(), TokenKind::kRightBracket);
  Expect(TokenKind::kRightBracket);
  auto* const node = New<ast::SequencePattern>(begin);
  node->patterns = patterns;
  return node;
}

// --- as, or ---

Pattern* Parser::ParsePattern() {
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Pattern* const pattern = ParseOrPattern();
  return At(TokenKind::kAs) ? ParseAsPattern(begin, pattern) : pattern;
}

Pattern* Parser::ParseAsPattern(uint32_t begin, Pattern* pattern) {
  Advance();
  if (AtName(Wildcard())) Fail(token_->span(), "cannot use '_' as a target");
  if (!At(TokenKind::kName)) {
    const uint32_t target = Begin();
    ParseExpression();
    Fail({target, End()}, "invalid pattern target");
  }
  const Symbol name = ParseName();
  auto* const node = New<ast::AsPattern>(begin);
  node->pattern = pattern;
  node->name.symbol = name;
  return node;
}

Pattern* Parser::ParseOrPattern() {
  const uint32_t begin = Begin();
  Pattern* const first = ParseClosedPattern();
  if (!At(TokenKind::kBar)) return first;
  Builder<Child<Pattern>> patterns(*this);
  patterns.Add(first);
  while (Take(TokenKind::kBar)) patterns.Add(ParseClosedPattern());
  auto* const node = New<ast::OrPattern>(begin);
  node->patterns = patterns.Finish();
  return node;
}

Pattern* Parser::ParseClosedPattern() {
  switch (token_->kind) {
    case TokenKind::kName:
      return ParseNamePattern();
    case TokenKind::kNone:
      return ParseSingletonPattern(ConstantKind::kNone);
    case TokenKind::kTrue:
      return ParseSingletonPattern(ConstantKind::kTrue);
    case TokenKind::kFalse:
      return ParseSingletonPattern(ConstantKind::kFalse);
    case TokenKind::kNumber:
    case TokenKind::kMinus:
    case TokenKind::kString:
    case TokenKind::kFStringStart:
      return ParseValuePattern();
    case TokenKind::kLeftParenthesis:
      return ParseGroupPattern();
    case TokenKind::kLeftBracket:
      return ParseListPattern();
    case TokenKind::kLeftBrace:
      return ParseMappingPattern();
    default:
      Fail();
  }
}

// --- names, values, classes ---

/// `name` captures, `a.b` is compared, `a.b(...)` and `a(...)` take apart.
Pattern* Parser::ParseNamePattern() {
  const uint32_t begin = Begin();
  const Token& name = *token_;
  if (Next() != TokenKind::kDot && Next() != TokenKind::kLeftParenthesis) {
    Advance();
    auto* const capture = New<ast::AsPattern>(begin);
    if (PlainSymbolOf(name) != Wildcard()) capture->name.symbol = SymbolOf(name);
    return capture;
  }
  Expr* const value = ParseNameOrAttribute();
  if (At(TokenKind::kLeftParenthesis)) return ParseClassPattern(begin, value);
  auto* const node = New<ast::ValuePattern>(begin);
  node->value = value;
  return node;
}

/// `a.b.c`
Expr* Parser::ParseNameOrAttribute() {
  const uint32_t begin = Begin();
  if (!At(TokenKind::kName)) Fail();
  Expr* value = NewName(*token_++);
  while (At(TokenKind::kDot)) value = ParseAttribute(begin, value);
  return value;
}

Pattern* Parser::ParseSingletonPattern(ConstantKind kind) {
  const uint32_t begin = Begin();
  Expr* const value = ParseKeywordConstant(kind);
  auto* const node = New<ast::SingletonPattern>(begin);
  node->value = &ast::As<ast::Constant>(*value);
  return node;
}

Pattern* Parser::ParseValuePattern() {
  const uint32_t begin = Begin();
  Expr* const value = ParsePatternLiteral();
  auto* const node = New<ast::ValuePattern>(begin);
  node->value = value;
  return node;
}

/// A string, or a number with a sign and an imaginary part.
Expr* Parser::ParsePatternLiteral() {
  if (!At(TokenKind::kString) && !At(TokenKind::kFStringStart)) return ParsePatternNumber();
  Expr* const text = ParseStrings();
  if (text->kind == ast::ExprKind::kJoinedString) {
    Fail(text->span, "patterns may only match literals and attribute lookups");
  }
  return text;
}

/// `-1`, `2.5 + 3j`
Expr* Parser::ParsePatternNumber() {
  const uint32_t begin = Begin();
  const Token& real_token = *token_;
  Expr* const real = ParseSignedNumber();
  if (!At(TokenKind::kPlus) && !At(TokenKind::kMinus)) return real;
  const bool plus = At(TokenKind::kPlus);
  const Expr& magnitude = real_token.kind == TokenKind::kMinus ? *ast::As<ast::UnaryOp>(*real).operand : *real;
  if (IsImaginary(magnitude)) Fail(magnitude.span, "real number required in complex literal");
  Advance();
  if (!At(TokenKind::kNumber)) Fail();
  Expr* const imaginary = ParseNumber();
  if (!IsImaginary(*imaginary)) Fail(imaginary->span, "imaginary number required in complex literal");
  auto* const node = New<ast::BinaryOp>(begin);
  node->op = plus ? ast::BinaryOperator::kAdd : ast::BinaryOperator::kSubtract;
  node->left = real;
  node->right = imaginary;
  return node;
}

Expr* Parser::ParseSignedNumber() {
  const uint32_t begin = Begin();
  const bool negative = Take(TokenKind::kMinus);
  if (!At(TokenKind::kNumber)) Fail();
  Expr* const number = ParseNumber();
  if (!negative) return number;
  auto* const node = New<ast::UnaryOp>(begin);
  node->op = ast::UnaryOperator::kNegate;
  node->operand = number;
  return node;
}

/// `(a, b, key=c)` after the class.
Pattern* Parser::ParseClassPattern(uint32_t begin, Expr* type) {
  const InBrackets in_brackets(*this);
  Advance();
  Builder<Child<Pattern>> positional(*this);
  Builder<ast::KeywordPattern> keywords(*this);
  while (!At(TokenKind::kRightParenthesis)) {
    const uint32_t item = Begin();
    if (At(TokenKind::kName) && Next() == TokenKind::kEqual) {
      const Symbol name = ParseName();
      Advance();
      keywords.Add({name, ParsePattern()});
    } else {
      Pattern* const pattern = ParsePattern();
      if (!keywords.empty()) Fail({item, End()}, "positional patterns follow keyword patterns");
      positional.Add(pattern);
    }
    if (!Take(TokenKind::kComma)) break;
  }
  Expect(TokenKind::kRightParenthesis);
  auto* const node = New<ast::ClassPattern>(begin);
  node->type = type;
  node->positional = positional.Finish();
  node->keywords = keywords.Finish();
  return node;
}

// --- mappings ---

/// `{"key": pattern, **rest}`
Pattern* Parser::ParseMappingPattern() {
  const InBrackets in_brackets(*this);
  const uint32_t begin = Begin();
  Advance();
  Builder<ast::MappingItem> items(*this);
  Symbol rest;
  while (!At(TokenKind::kRightBrace) && !rest) {
    if (Take(TokenKind::kDoubleStar)) {
      if (AtName(Wildcard())) Fail();
      rest = ParseName();
    } else {
      Expr* const key = ParseMappingKey();
      Expect(TokenKind::kColon);
      items.Add({key, ParsePattern()});
    }
    if (!Take(TokenKind::kComma)) break;
  }
  Expect(TokenKind::kRightBrace);
  auto* const node = New<ast::MappingPattern>(begin);
  node->items = items.Finish();
  node->rest.symbol = rest;
  return node;
}

Expr* Parser::ParseMappingKey() {
  switch (token_->kind) {
    case TokenKind::kNone:
      return ParseKeywordConstant(ConstantKind::kNone);
    case TokenKind::kTrue:
      return ParseKeywordConstant(ConstantKind::kTrue);
    case TokenKind::kFalse:
      return ParseKeywordConstant(ConstantKind::kFalse);
    case TokenKind::kName:
      if (Next() != TokenKind::kDot) FailAt(token_[1]);
      return ParseNameOrAttribute();
    default:
      return ParsePatternLiteral();
  }
}

}  // namespace limbeck::python
