#include "python/parser.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "python/lexer.h"
#include "python/parser_state.h"
#include "python/scope.h"
#include "python/source_encoding.h"
#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

using ast::CodeKind;
using ast::Expr;
using ast::ExprKind;

template <void (Parser::*Parse)()>
ast::ModulePtr ParseWith(SourcePtr source) {
  auto module = std::make_shared<ast::Module>();
  module->source = DecodeSource(std::move(source));
  Parser parser(*module, Tokenize(*module->source));
  (parser.*Parse)();
  ResolveNames(*module);
  return module;
}

}  // namespace

ast::ModulePtr ParseModule(SourcePtr source) {
  return ParseWith<&Parser::ParseModuleBody>(std::move(source));
}

ast::ModulePtr ParseExpression(SourcePtr source) {
  return ParseWith<&Parser::ParseLoneExpression>(std::move(source));
}

Parser::Parser(ast::Module& module, TokenList tokens)
    : module_(module),
      source_(*module.source),
      arena_(module.arena),
      tokens_(std::move(tokens.tokens)),
      names_(std::move(tokens.names)),
      unclosed_(tokens.unclosed),
      fault_(std::move(tokens.fault)),
      token_(tokens_.data()) {
  module_.warnings = std::move(tokens.warnings);
  module_.code = NewCode(CodeKind::kModule, Symbol::Intern("<module>"), 0);
  module_.code->span.end = static_cast<uint32_t>(source_.text().size());
}

void Parser::ParseModuleBody() {
  Builder<Child<ast::Stmt>> body(*this);
  while (!At(TokenKind::kEndMarker)) ParseStatement(body);
  module_.body = body.Finish();
  module_.code->docstring = DocstringOf(module_.body);
}

/// Line ends and the indentation of the first line are no matter.
void Parser::ParseLoneExpression() {
  Take(TokenKind::kIndent);
  const uint32_t begin = Begin();
  Expr* const value = ParseStarExpressions();
  while (Take(TokenKind::kNewline) || Take(TokenKind::kDedent)) continue;
  if (!At(TokenKind::kEndMarker)) Fail();
  ast::ExpressionStmt* const statement = New<ast::ExpressionStmt>(begin);
  statement->value = value;
  module_.body = One<Child<ast::Stmt>>(statement);
}

// --- tokens ---

bool StartsExpression(TokenKind kind) {
  switch (kind) {
    case TokenKind::kName:
    case TokenKind::kNumber:
    case TokenKind::kString:
    case TokenKind::kFStringStart:
    case TokenKind::kLeftParenthesis:
    case TokenKind::kLeftBracket:
    case TokenKind::kLeftBrace:
    case TokenKind::kEllipsis:
    case TokenKind::kPlus:
    case TokenKind::kMinus:
    case TokenKind::kTilde:
    case TokenKind::kNot:
    case TokenKind::kFalse:
    case TokenKind::kNone:
    case TokenKind::kTrue:
    case TokenKind::kAwait:
    case TokenKind::kLambda:
      return true;
    default:
      return false;
  }
}

bool Parser::AtName(Symbol symbol) const {
  return token_->kind == TokenKind::kName && names_[token_->value].symbol == symbol;
}

bool Parser::Take(TokenKind kind) {
  if (token_->kind != kind) return false;
  ++token_;
  return true;
}

void Parser::Expect(TokenKind kind) {
  if (!Take(kind)) Fail();
}

void Parser::Require(TokenKind kind, const char* message) {
  if (!Take(kind)) Fail(token_->span(), message);
}

uint32_t Parser::End() const {
  const Token* last = token_ - 1;
  while (last > tokens_.data() &&
         (last->kind == TokenKind::kNewline || last->kind == TokenKind::kIndent || last->kind == TokenKind::kDedent)) {
    --last;
  }
  return last < tokens_.data() ? 0 : last->end;
}

/// The symbol as the code around sees it: private names of a class carry the class's name.
Symbol Parser::SymbolOf(const Token& token) const {
  const TokenName& name = names_[token.value];
  if (!name.is_private || class_name_.empty()) return name.symbol;
  std::string mangled = "_";
  mangled += class_name_;
  mangled += name.symbol.text();
  return Symbol::Intern(mangled);
}

Symbol Parser::ParseName() {
  if (!At(TokenKind::kName)) Fail();
  return SymbolOf(*token_++);
}

Symbol Parser::ParsePlainName() {
  if (!At(TokenKind::kName)) Fail();
  return PlainSymbolOf(*token_++);
}

// --- faults ---

void Parser::Fail() const {
  FailAt(*token_);
}

void Parser::FailAt(const Token& token) const {
  BlameLexer();
  if (token.kind == TokenKind::kIndent) throw IndentationError(source_, token.span(), "unexpected indent");
  if (token.kind == TokenKind::kDedent) throw IndentationError(source_, token.span(), "unexpected unindent");
  Fail(token.span(), "invalid syntax");
}

void Parser::Fail(Span span, const std::string& message) const {
  BlameLexer();
  const bool prefixed = fields_ > 0 && !message.starts_with("f-string: ");
  throw SyntaxError(source_, span, prefixed ? "f-string: " + message : message);
}

void Parser::FailTooDeep() const {
  throw TooDeepError(source_, token_->span());
}

void Parser::BlameLexer() const {
  if (At(TokenKind::kFault)) throw *fault_;
  if (unclosed_.end == 0) return;
  const bool later = source_.LineOf(token_->begin) > source_.LineOf(unclosed_.begin);
  if (!later && token_->kind != TokenKind::kEndInBrackets) return;
  throw SyntaxError(source_, unclosed_, "'" + std::string(source_.Text(unclosed_)) + "' was never closed");
}

// --- nodes ---

ast::Constant* Parser::NewConstant(uint32_t begin, ast::ConstantKind kind) {
  auto* const constant = New<ast::Constant>(begin);
  constant->constant = kind;
  constant->index = module_.counts.constants++;
  return constant;
}

ast::Name* Parser::NewName(const Token& token) {
  auto* const name = arena_.New<ast::Name>();
  name->kind = ExprKind::kName;
  name->span = token.span();
  name->ref.symbol = SymbolOf(token);
  return name;
}

ast::Tuple* Parser::NewTuple(uint32_t begin, Exprs elements) {
  auto* const tuple = New<ast::Tuple>(begin);
  tuple->elements = elements;
  tuple->has_star = HasStar(elements);
  const bool constant = std::all_of(elements.begin(), elements.end(), [](const Child<Expr>& element) {
    if (const auto* inner = ast::TryAs<ast::Tuple>(*element)) {
      return inner->constant_index != ast::Tuple::kNotConstant;
    }
    return element->kind == ExprKind::kConstant;
  });
  if (constant) tuple->constant_index = module_.counts.constants++;
  return tuple;
}

ast::Code* Parser::NewCode(CodeKind kind, Symbol name, uint32_t begin) {
  auto* const code = arena_.New<ast::Code>();
  code->kind = kind;
  code->name = name;
  code->index = module_.counts.codes++;
  code->span = {begin, begin};
  return code;
}

bool Parser::HasStar(const Exprs& elements) {
  return std::any_of(elements.begin(), elements.end(),
                     [](const Child<Expr>& element) { return element->kind == ExprKind::kStarred; });
}

}  // namespace limbeck::python
