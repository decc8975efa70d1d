// Compound statements, but for functions, classes and match.

#include "python/expr_names.h"
#include "python/parser_state.h"
#include "python/syntax_error.h"

namespace limbeck::python {

using ast::Block;
using ast::Expr;
using ast::Stmt;

/// Null when the statement is a simple one.
Stmt* Parser::ParseCompoundStatement() {
  switch (token_->kind) {
    case TokenKind::kIf:
      return ParseIf();
    case TokenKind::kWhile:
      return ParseWhile();
    case TokenKind::kFor:
      return ParseFor(Begin(), false);
    case TokenKind::kWith:
      return ParseWith(Begin(), false);
    case TokenKind::kTry:
      return ParseTry();
    case TokenKind::kDef:
      return ParseFunctionDef(Begin(), false, {});
    case TokenKind::kClass:
      return ParseClassDef(Begin(), {});
    case TokenKind::kAsync:
      return ParseAsync();
    case TokenKind::kAt:
      return ParseDecorated();
    case TokenKind::kName:
      return AtMatch() ? ParseMatch() : nullptr;
    default:
      return nullptr;
  }
}

// --- blocks ---

/// Statements on the same line, or on lines of their own with more indentation.
Block Parser::ParseBlock(BlockOwner owner) {
  const Nesting nesting(*this);
  Builder<Child<Stmt>> block(*this);
  if (!Take(TokenKind::kNewline)) {
    ParseSimpleLine(block);
    return block.Finish();
  }
  RequireIndent(owner);
  while (!Take(TokenKind::kDedent)) ParseStatement(block);
  return block.Finish();
}

void Parser::RequireIndent(BlockOwner owner) {
  if (Take(TokenKind::kIndent)) return;
  BlameLexer();
  throw IndentationError(source_, token_->span(),
                         std::string("expected an indented block after ") + owner.name + " on line " +
                             std::to_string(source_.LineOf(owner.begin)));
}

/// `:` and the block. A line that ends without its colon is told as such; anything else there is just wrong.
Block Parser::ParseSuite(BlockOwner owner) {
  if (At(TokenKind::kNewline)) Require(TokenKind::kColon, "expected ':'");
  Expect(TokenKind::kColon);
  return ParseBlock(owner);
}

/// As ParseSuite, where nothing but the colon can follow.
Block Parser::ParseForcedSuite(BlockOwner owner) {
  Require(TokenKind::kColon, "expected ':'");
  return ParseBlock(owner);
}

/// `else:` and its block, when there is one.
Block Parser::ParseElse() {
  const uint32_t begin = Begin();
  if (!Take(TokenKind::kElse)) return {};
  return ParseForcedSuite({"'else' statement", begin});
}

// --- if, while, for ---

/// The branches are linked from first to last, without recursion: there may be thousands.
Stmt* Parser::ParseIf() {
  ast::If* const first = ParseIfBranch("'if' statement");
  ast::If* last = first;
  while (At(TokenKind::kElif)) {
    ast::If* const branch = ParseIfBranch("'elif' statement");
    last->otherwise = One<Child<Stmt>>(branch);
    last = branch;
  }
  last->otherwise = ParseElse();
  return first;
}

ast::If* Parser::ParseIfBranch(const char* name) {
  const uint32_t begin = Begin();
  Advance();
  Expr* const test = ParseNamedExpression();
  const Block body = ParseSuite({name, begin});
  auto* const node = New<ast::If>(begin);
  node->test = test;
  node->body = body;
  return node;
}

Stmt* Parser::ParseWhile() {
  const uint32_t begin = Begin();
  Advance();
  Expr* const test = ParseNamedExpression();
  const Block body = ParseSuite({"'while' statement", begin});
  const Block otherwise = ParseElse();
  auto* const node = New<ast::While>(begin);
  node->test = test;
  node->body = body;
  node->otherwise = otherwise;
  return node;
}

Stmt* Parser::ParseFor(uint32_t begin, bool is_async) {
  const BlockOwner owner{"'for' statement", Begin()};
  Advance();
  Expr* const target = ParseForTargets();
  Expr* const iterable = ParseStarExpressions();
  const Block body = ParseSuite(owner);
  const Block otherwise = ParseElse();
  auto* const node = New<ast::For>(begin);
  node->is_async = is_async;
  node->target = target;
  node->iterable = iterable;
  node->body = body;
  node->otherwise = otherwise;
  return node;
}

// --- with ---

Stmt* Parser::ParseWith(uint32_t begin, bool is_async) {
  const BlockOwner owner{"'with' statement", Begin()};
  Advance();
  const auto items = ParseWithItems();
  const Block body = ParseSuite(owner);
  auto* const node = New<ast::With>(begin);
  node->is_async = is_async;
  node->items = items;
  node->body = body;
  return node;
}

/// Whether the parenthesis here holds the items of the statement (`with (a as b, c):`) or begins an expression
/// (`with (a, b).c:`). Items are followed by the colon, and are no tuple with stars, generator or `:=`.
bool Parser::AtParenthesizedItems() const {
  if (!At(TokenKind::kLeftParenthesis) || Next() == TokenKind::kRightParenthesis || Next() == TokenKind::kYield) {
    return false;
  }
  int level = 0;
  bool is_expression = false;
  for (const Token* token = token_;; ++token) {
    const bool outermost = level == 1;
    switch (token->kind) {
      case TokenKind::kLeftParenthesis:
      case TokenKind::kLeftBracket:
      case TokenKind::kLeftBrace:
        ++level;
        break;
      case TokenKind::kRightParenthesis:
      case TokenKind::kRightBracket:
      case TokenKind::kRightBrace:
        if (--level == 0) {
          return !is_expression && (token[1].kind == TokenKind::kColon || token[1].kind == TokenKind::kNewline);
        }
        break;
      case TokenKind::kAs:
        if (outermost) return true;
        break;
      case TokenKind::kStar:
        is_expression |=
            outermost && (token[-1].kind == TokenKind::kLeftParenthesis || token[-1].kind == TokenKind::kComma);
        break;
      case TokenKind::kFor:
      case TokenKind::kColonEqual:
        is_expression |= outermost;
        break;
      case TokenKind::kEndMarker:
      case TokenKind::kEndInBrackets:
        return false;
      default:
        break;
    }
  }
}

Parser::List<ast::WithItem> Parser::ParseWithItems() {
  Builder<ast::WithItem> items(*this);
  if (!AtParenthesizedItems()) {
    do {
      items.Add(ParseWithItem());
    } while (Take(TokenKind::kComma));
    return items.Finish();
  }
  const InBrackets in_brackets(*this);
  Advance();
  do {
    items.Add(ParseWithItem());
  } while (Take(TokenKind::kComma) && !At(TokenKind::kRightParenthesis));
  Expect(TokenKind::kRightParenthesis);
  return items.Finish();
}

/// `context as target`
ast::WithItem Parser::ParseWithItem() {
  ast::WithItem item;
  item.context = ParseExpression();
  if (!Take(TokenKind::kAs)) return item;
  item.target = ParseStarExpression();
  CheckTarget(*item.target, TargetUse::kAssign);
  return item;
}

// --- try ---

Stmt* Parser::ParseTry() {
  const uint32_t begin = Begin();
  Advance();
  const Block body = ParseForcedSuite({"'try' statement", begin});
  bool is_star = false;
  const auto handlers = ParseHandlers(is_star);
  const Block otherwise = handlers.empty() ? Block() : ParseElse();
  const uint32_t finally_begin = Begin();
  Block finally;
  if (Take(TokenKind::kFinally)) {
    finally = ParseForcedSuite({"'finally' statement", finally_begin});
  } else if (handlers.empty()) {
    Fail(token_->span(), "expected 'except' or 'finally' block");
  }
  auto* const node = New<ast::Try>(begin);
  node->is_star = is_star;
  node->body = body;
  node->handlers = handlers;
  node->otherwise = otherwise;
  node->finally = finally;
  return node;
}

Parser::List<ast::ExceptHandler> Parser::ParseHandlers(bool& is_star) {
  Builder<ast::ExceptHandler> handlers(*this);
  while (At(TokenKind::kExcept)) {
    const bool starred = Next() == TokenKind::kStar;
    if (!handlers.empty() && starred != is_star) {
      Fail(token_->span(), "cannot have both 'except' and 'except*' on the same 'try'");
    }
    is_star = starred;
    handlers.Add(ParseHandler(starred));
  }
  return handlers.Finish();
}

/// `except type as name:`
ast::ExceptHandler Parser::ParseHandler(bool is_star) {
  ast::ExceptHandler handler;
  const uint32_t begin = Begin();
  token_ += is_star ? 2 : 1;
  if (is_star && (At(TokenKind::kColon) || At(TokenKind::kNewline))) {
    Fail(token_->span(), "expected one or more exception types");
  }
  if (!At(TokenKind::kColon) && !At(TokenKind::kNewline)) {
    handler.type = ParseExceptionType();
    if (Take(TokenKind::kAs)) handler.name.symbol = ParseName();
  }
  handler.body = ParseSuite({is_star ? "'except*' statement" : "'except' statement", begin});
  handler.span = {begin, End()};
  return handler;
}

Expr* Parser::ParseExceptionType() {
  const uint32_t begin = Begin();
  Expr* const type = ParseExpression();
  if (!At(TokenKind::kComma)) return type;
  const Token& comma = *token_;
  Advance();
  ParseStarExpressions();
  if (Take(TokenKind::kAs)) Expect(TokenKind::kName);
  if (!At(TokenKind::kColon)) FailAt(comma);
  Fail({begin, End()}, "multiple exception types must be parenthesized");
}

// --- async, decorators ---

Stmt* Parser::ParseAsync() {
  const uint32_t begin = Begin();
  Advance();
  switch (token_->kind) {
    case TokenKind::kDef:
      return ParseFunctionDef(begin, true, {});
    case TokenKind::kFor:
      return ParseFor(begin, true);
    case TokenKind::kWith:
      return ParseWith(begin, true);
    default:
      Fail();
  }
}

/// `@decorator` lines and the definition after them.
Stmt* Parser::ParseDecorated() {
  Builder<Child<Expr>> builder(*this);
  while (Take(TokenKind::kAt)) {
    builder.Add(ParseNamedExpression());
    Expect(TokenKind::kNewline);
  }
  const Exprs decorators = builder.Finish();
  const uint32_t begin = Begin();
  if (At(TokenKind::kClass)) return ParseClassDef(begin, decorators);
  const bool is_async = Take(TokenKind::kAsync);
  if (!At(TokenKind::kDef)) Fail();
  return ParseFunctionDef(begin, is_async, decorators);
}

}  // namespace limbeck::python
