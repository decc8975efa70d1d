#include "python/lexer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "python/parse_rows.h"

namespace limbeck::python {
namespace {

/// The texts of the tokens, with `>` and `<` for Indent and Dedent, `;` for Newline, `$` for the end.
std::string TokenTexts(const std::string& text) {
  const SourceFile source("test.py", text);
  std::string texts;
  for (const Token& token : Tokenize(source).tokens) {
    if (!texts.empty()) texts += ' ';
    switch (token.kind) {
      case TokenKind::kEndMarker:
        return texts + '$';
      case TokenKind::kIndent:
        texts += '>';
        break;
      case TokenKind::kDedent:
        texts += '<';
        break;
      case TokenKind::kNewline:
        texts += ';';
        break;
      default:
        texts += source.Text(token.span());
    }
  }
  return texts;
}

TEST(Lexer, Tokens) {
  const char* const rows[][2] = {
      {"", "$"},
      {"\n\n", "$"},
      {"a=b", "a = b ; $"},
      {"a==b!=c<=d>=e", "a == b != c <= d >= e ; $"},
      {"a**=b//=c>>=d<<=e", "a **= b //= c >>= d <<= e ; $"},
      {"a->b:=c...d.e", "a -> b := c ... d . e ; $"},
      {"1.5.e 1..e .5j", "1.5 . e 1. . e .5j ; $"},
      {"if a:\n  b\nc", "if a : ; > b ; < c ; $"},
      {"if a:\n  if b:\n    c", "if a : ; > if b : ; > c ; < < $"},
      {"(a\n\n , # c\nb)", "( a , b ) ; $"},
      {"a\\\nb", "a b ; $"},
      {"rb'x'Rb\"\"\"y\n\"\"\"", "rb'x' Rb\"\"\"y\n\"\"\" ; $"},
      {"f'a{b}c'", "f' a { b } c ' ; $"},
      {"f'{a:x{b}y}'", "f' { a : x { b } y } ' ; $"},
      {"f'{{a}}{b!r}'", "f' {{a}} { b ! r } ' ; $"},
      {"f'{f'{a}'}'", "f' { f' { a } ' } ' ; $"},
      {"f'''{\na}\n'''", "f''' { a } \n ''' ; $"},
      {"é = 1", "é = 1 ; $"},
      {"1if a else 2", "1 if a else 2 ; $"},
  };
  for (const auto& row : rows) EXPECT_EQ(TokenTexts(row[0]), row[1]) << row[0];
}

std::vector<std::string> WarningsOf(const std::string& text) {
  std::vector<std::string> messages;
  const ast::ModulePtr module = ParseText(text);
  for (const ast::Warning& warning : module->warnings) {
    messages.push_back(std::string(module->source->Text(warning.span)) + ": " + warning.message);
  }
  return messages;
}

TEST(Lexer, Warnings) {
  using Messages = std::vector<std::string>;
  EXPECT_EQ(WarningsOf("'\\n\\d'"), Messages{"\\d: invalid escape sequence '\\d'"});
  EXPECT_EQ(WarningsOf("r'\\d'"), Messages{});
  EXPECT_EQ(WarningsOf("b'\\u'"), Messages{"\\u: invalid escape sequence '\\u'"});
  EXPECT_EQ(WarningsOf("f'\\{a}'"), Messages{"\\{: invalid escape sequence '\\{'"});
  EXPECT_EQ(WarningsOf("1if a else 2"), Messages{"i: invalid decimal literal"});
}

TEST(Lexer, NamesOfOneTextAreSymbols) {
  const ast::ModulePtr module = ParseText("name");
  const auto& name = ast::As<ast::Name>(*ast::As<ast::ExpressionStmt>(*module->body[0]).value);
  EXPECT_EQ(name.ref.symbol, Symbol::Intern("name"));
}

TEST(Lexer, SpansAreOffsetsOfTheSource) {
  const ast::ModulePtr module = ParseText("x = é.b(1,\n  c)[d]\n");
  const auto& assign = ast::As<ast::Assign>(*module->body[0]);
  const auto text = [&](const ast::Expr& expr) { return module->source->Text(expr.span); };
  EXPECT_EQ(module->source->Text(assign.span), "x = é.b(1,\n  c)[d]");
  const auto& subscript = ast::As<ast::Subscript>(*assign.value);
  EXPECT_EQ(text(subscript), "é.b(1,\n  c)[d]");
  const auto& call = ast::As<ast::Call>(*subscript.value);
  EXPECT_EQ(text(call), "é.b(1,\n  c)");
  EXPECT_EQ(text(*call.function), "é.b");
  EXPECT_EQ(text(*call.arguments[1]), "c");
}

}  // namespace
}  // namespace limbeck::python
