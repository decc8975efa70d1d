// import and from.

#include "python/parser_state.h"

namespace limbeck::python {

using ast::Stmt;

Stmt* Parser::ParseImport() {
  const uint32_t begin = Begin();
  Advance();
  Builder<ast::ImportName> names(*this);
  do {
    names.Add(ParseImportName());
  } while (Take(TokenKind::kComma));
  auto* const node = New<ast::Import>(begin);
  node->names = names.Finish();
  return node;
}

/// `a.b as c`; without `as` the first part is bound.
ast::ImportName Parser::ParseImportName() {
  ast::ImportName name;
  const uint32_t begin = Begin();
  if (At(TokenKind::kName)) name.bound.symbol = SymbolOf(*token_);
  name.module = ParseDottedName();
  name.has_alias = Take(TokenKind::kAs);
  if (name.has_alias) name.bound.symbol = ParseName();
  name.span = {begin, End()};
  return name;
}

Symbol Parser::ParseDottedName() {
  const Symbol first = ParsePlainName();
  if (!At(TokenKind::kDot)) return first;
  std::string name = first.text();
  while (Take(TokenKind::kDot)) {
    name += '.';
    name += ParsePlainName().text();
  }
  return Symbol::Intern(name);
}

Stmt* Parser::ParseImportFrom() {
  const uint32_t begin = Begin();
  Advance();
  const uint32_t level = ParseDots();
  const Symbol module = level > 0 && At(TokenKind::kImport) ? Symbol() : ParseDottedName();
  Expect(TokenKind::kImport);
  const bool is_star = Take(TokenKind::kStar);
  List<ast::ImportedName> names;
  if (!is_star) names = ParseImportedNames();
  auto* const node = New<ast::ImportFrom>(begin);
  node->is_star = is_star;
  node->level = level;
  node->module = module;
  node->names = names;
  return node;
}

uint32_t Parser::ParseDots() {
  uint32_t level = 0;
  for (;; Advance()) {
    if (At(TokenKind::kDot)) {
      level += 1;
    } else if (At(TokenKind::kEllipsis)) {
      level += 3;
    } else {
      return level;
    }
  }
}

Parser::List<ast::ImportedName> Parser::ParseImportedNames() {
  Builder<ast::ImportedName> names(*this);
  const bool in_parentheses = Take(TokenKind::kLeftParenthesis);
  for (;;) {
    names.Add(ParseImportedName());
    if (!Take(TokenKind::kComma)) break;
    if (in_parentheses && At(TokenKind::kRightParenthesis)) break;
    if (!in_parentheses && At(TokenKind::kNewline)) {
      Fail(token_->span(), "trailing comma not allowed without surrounding parentheses");
    }
  }
  if (in_parentheses) Expect(TokenKind::kRightParenthesis);
  return names.Finish();
}

/// `name as bound`
ast::ImportedName Parser::ParseImportedName() {
  ast::ImportedName name;
  const Token& first = *token_;
  name.name = ParsePlainName();
  name.bound.symbol = Take(TokenKind::kAs) ? ParseName() : SymbolOf(first);
  name.span = {first.begin, End()};
  return name;
}

}  // namespace limbeck::python
