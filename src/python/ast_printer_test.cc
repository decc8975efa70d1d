#include "python/ast_printer.h"

#include <gtest/gtest.h>

#include <string>

#include "python/parse_rows.h"

namespace limbeck::python {
namespace {

std::string PrintedExpression(const std::string& text) {
  const ast::ModulePtr module = ParseExpression(std::make_shared<SourceFile>("test.py", text));
  return PrintExpression(*ast::As<ast::ExpressionStmt>(*module->body[0]).value);
}

TEST(AstPrinter, ExpressionsHaveTheParenthesesTheyNeed) {
  const char* const rows[][2] = {
      {"((a))", "a"},
      {"(a+b)*c", "(a + b) * c"},
      {"a+(b*c)", "a + b * c"},
      {"a-(b-c)", "a - (b - c)"},
      {"(a-b)-c", "a - b - c"},
      {"(a**b)**c", "(a ** b) ** c"},
      {"a**(b**c)", "a ** b ** c"},
      {"(-a)**b", "(-a) ** b"},
      {"-(a**b)", "-a ** b"},
      {"2**-1", "2 ** -1"},
      {"not (a and b)", "not (a and b)"},
      {"(not a) and b", "not a and b"},
      {"(a or b) and c", "(a or b) and c"},
      {"(a < b) < c", "(a < b) < c"},
      {"a < (b < c)", "a < (b < c)"},
      {"(a if b else c) if d else e", "(a if b else c) if d else e"},
      {"(lambda: a)()", "(lambda: a)()"},
      {"lambda x,*,y=1: (x, y)", "lambda x, *, y=1: (x, y)"},
      {"(a, b)", "(a, b)"},
      {"a[b, c]", "a[b, c]"},
      {"a[(b, c), d]", "a[(b, c), d]"},
      {"a[1:2, ::3]", "a[1:2, ::3]"},
      {"a[(b,)]", "a[b,]"},
      {"f((x for x in y))", "f((x for x in y))"},
      {"f(x for x in y)", "f((x for x in y))"},
      {"f(*(a or b), **(c or d))", "f(*(a or b), **(c or d))"},
      {"(1).real", "(1).real"},
      {"[x for x in (a if b else c)]", "[x for x in (a if b else c)]"},
      {"[x for x in y if (a if b else c)]", "[x for x in y if (a if b else c)]"},
      {"{**(a or b), c: d}", "{**(a or b), c: d}"},
      {"[(y := 1)]", "[(y := 1)]"},
      {"Optional[\"User\"]", "Optional['User']"},
      {"Mapped[int|None]", "Mapped[int | None]"},
      {"Callable[[int],str]", "Callable[[int], str]"},
      {"Literal['a',\"b'c\"]", "Literal['a', \"b'c\"]"},
      {"Annotated[str, Field(max_length=3)]", "Annotated[str, Field(max_length=3)]"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(PrintedExpression(row[0]), row[1]);
    EXPECT_EQ(PrintedExpression(row[1]), row[1]);
  }
}

TEST(AstPrinter, FStringsChooseTheirQuotes) {
  const char* const rows[][2] = {
      {"f\"a\"", "f'a'"},
      {"f\"it's\"", R"(f'it\'s')"},
      {"f\"{a['b']}\"", "f\"{a['b']}\""},
      {"f'{a}{{}}'", "f'{a}{{}}'"},
      {"f'''{a['b']}{c[\"d e'\"]}'''", "f'''{a['b']}{c[\"d e'\"]}'''"},
      {"f'{(lambda: 1)}'", "f'{(lambda: 1)}'"},
      {"f'{ {1} }'", "f'{ {1}}'"},
      {"f'{a:\\x7b}'", "f'{a:\\x7b}'"},
      {"f'{a:\"}'", "f'{a:\\x22}'"},
      {"f'{a=}'", "f'a={a!r}'"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(PrintedExpression(row[0]), row[1]);
    EXPECT_EQ(PrintedExpression(row[1]), row[1]);
  }
}

TEST(AstPrinter, Module) {
  const std::string text =
      "'doc'\n"
      "from a import b as c, d\n"
      "import e.f, g as h\n"
      "\n"
      "@deco(1)\n"
      "class A(B, metaclass=M):\n"
      "    x: int = 1\n"
      "    (y): int\n"
      "    async def f(self, a, /, b: str='x', *args, c, **kw) -> None:\n"
      "        async with a as b, c:\n"
      "            await d\n"
      "        return yield_, *z\n"
      "\n"
      "if a:\n"
      "    pass\n"
      "elif b:\n"
      "    x = y = 1, 2\n"
      "else:\n"
      "    del p, q\n"
      "for i, j in k:\n"
      "    continue\n"
      "else:\n"
      "    x += 1\n"
      "while (n := f()):\n"
      "    break\n"
      "try:\n"
      "    raise E from e\n"
      "except* (A, B) as x:\n"
      "    assert x, 'no'\n"
      "finally:\n"
      "    pass\n"
      "with ((a, b)):\n"
      "    pass\n"
      "match a, b:\n"
      "    case [1, *_] | {'k': None} if c:\n"
      "        pass\n"
      "    case A(x, y=1 | 2 as z):\n"
      "        pass\n"
      "    case _:\n"
      "        pass\n"
      "type L[T: int, *Ts] = list[T]\n";
  std::string expected;
  for (size_t at = 0; at < text.size(); ++at) {
    // the printer leaves no empty lines
    if (text[at] != '\n' || expected.back() != '\n') expected += text[at];
  }
  EXPECT_EQ(PrintModule(*ParseText(text)), expected);
}

}  // namespace
}  // namespace limbeck::python
