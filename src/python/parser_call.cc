// Arguments of calls and of class definitions.

#include "python/parser_arguments.h"
#include "python/parser_state.h"

namespace limbeck::python {

using ast::Expr;

/// At the opening parenthesis.
Expr* Parser::ParseCall(uint32_t begin, Expr* function) {
  const Nesting nesting(*this);
  Advance();
  Arguments arguments(*this);
  ParseArguments(arguments, true);
  auto* const node = New<ast::Call>(begin);
  node->function = function;
  node->arguments = arguments.positional.Finish();
  node->keywords = arguments.keywords.Finish();
  node->has_star = arguments.has_star;
  node->has_double_star = arguments.has_double_star;
  node->cache_index = module_.counts.call_caches++;
  return node;
}

void Parser::ParseArguments(Arguments& arguments, bool allow_generator) {
  const InBrackets in_brackets(*this);
  while (!At(TokenKind::kRightParenthesis)) {
    ParseArgument(arguments, allow_generator);
    if (!Take(TokenKind::kComma)) break;
  }
  Expect(TokenKind::kRightParenthesis);
}

void Parser::ParseArgument(Arguments& arguments, bool allow_generator) {
  switch (token_->kind) {
    case TokenKind::kStar:
      return ParseStarArgument(arguments);
    case TokenKind::kDoubleStar: {
      const uint32_t begin = Begin();
      Advance();
      Expr* const value = ParseExpression();
      arguments.keywords.Add({{}, value, {begin, End()}});
      arguments.has_double_star = true;
      return;
    }
    case TokenKind::kTrue:
    case TokenKind::kFalse:
    case TokenKind::kNone:
      if (Next() != TokenKind::kEqual) break;
      Fail(token_->span(), "cannot assign to " + std::string(source_.Text(token_->span())));
    case TokenKind::kName:
      if (Next() == TokenKind::kEqual) return ParseKeywordArgument(arguments);
      break;
    default:
      break;
  }
  ParsePositionalArgument(arguments, allow_generator);
}

/// `*iterable`
void Parser::ParseStarArgument(Arguments& arguments) {
  const uint32_t begin = Begin();
  if (arguments.has_double_star) {
    Fail(token_->span(), "iterable argument unpacking follows keyword argument unpacking");
  }
  Advance();
  Expr* const value = ParseExpression();
  auto* const node = New<ast::Starred>(begin);
  node->value = value;
  arguments.positional.Add(node);
  arguments.has_star = true;
}

/// `name=value`
void Parser::ParseKeywordArgument(Arguments& arguments) {
  const Token& name = *token_;
  token_ += 2;
  Expr* const value = ParseExpression();
  if (AtComprehension()) {
    Fail({name.begin, (&name)[1].end}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }
  arguments.keywords.Add({SymbolOf(name), value, {name.begin, End()}});
}

void Parser::ParsePositionalArgument(Arguments& arguments, bool allow_generator) {
  const uint32_t begin = Begin();
  Expr* value = ParseExpressionOrNamed();
  if (At(TokenKind::kEqual)) {
    Fail({begin, token_->end}, "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  if (AtComprehension()) {
    const Token& clause = *token_;
    value = ParseGeneratorArgument(arguments, begin, value);
    if (!allow_generator) FailAt(clause);
  }
  if (arguments.has_double_star || !arguments.keywords.empty()) {
    Fail({begin, End()}, arguments.has_double_star ? "positional argument follows keyword argument unpacking"
                                                   : "positional argument follows keyword argument");
  }
  arguments.positional.Add(value);
}

/// `f(x for x in y)`: the call's parentheses are the generator's too, when it is alone in them.
Expr* Parser::ParseGeneratorArgument(const Arguments& arguments, uint32_t begin, Expr* element) {
  const bool first = arguments.positional.empty() && arguments.keywords.empty();
  const auto clauses = ParseComprehensionClauses();
  if (!first || !At(TokenKind::kRightParenthesis)) {
    if (!At(TokenKind::kRightParenthesis) && !At(TokenKind::kComma)) Fail();
    Fail({begin, End()}, "Generator expression must be parenthesized");
  }
  return NewComprehension(begin, ast::ComprehensionKind::kGenerator, element, nullptr, clauses);
}

}  // namespace limbeck::python
