#include <gtest/gtest.h>

#include "python/parse_rows.h"

namespace limbeck::python {
namespace {

TEST(ParserExpr, Names) {
  CheckTrees({
      {"x", "x"},
      {"_", "_"},
      {R"(été)", R"(été)"},
      {"match", "match"},
      {"case", "case"},
      {"type", "type"},
      {"print", "print"},
      {"x, y", "(tuple x y)"},
      {"x,", "(tuple x)"},
      {"()", "(tuple)"},
      {"(x)", "x"},
      {"((x))", "x"},
      {"(x,)", "(tuple x)"},
      {"(x, y,)", "(tuple x y)"},
  });
}

TEST(ParserExpr, Constants) {
  CheckTrees({
      {"None", "None"},
      {"True", "True"},
      {"False", "False"},
      {"...", "..."},
      {"0", "0"},
      {"42", "42"},
      {"1_000", "1000"},
      {"0xFF", "255"},
      {"0o17", "15"},
      {"0b101", "5"},
      {"0xDEAD_BEEF", "3735928559"},
      {"9223372036854775807", "9223372036854775807"},
      {"9223372036854775808", "9223372036854775808"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"0xFFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFFF"},
      {"1.5", "1.5"},
      {"1.", "1.0"},
      {"0.1", "0.1"},
      {"1e5", "100000.0"},
      {"1E-7", "1e-07"},
      {"1e400", "1e309"},
      {"1e-400", "0.0"},
      {"1_0.0_1", "10.01"},
      {"1e16", "1e+16"},
      {"123456789012345680.0", "1.2345678901234568e+17"},
      {"3j", "3j"},
      {"1.5J", "1.5j"},
      {"00", "0"},
      {"0_0", "0"},
  });
}

TEST(ParserExpr, Operators) {
  CheckTrees({
      {"a + b", "(+ a b)"},
      {"a - b - c", "(- (- a b) c)"},
      {"a + b * c", "(+ a (* b c))"},
      {"(a + b) * c", "(* (+ a b) c)"},
      {"a ** b ** c", "(** a (** b c))"},
      {"-a ** b", "(- (** a b))"},
      {"a ** -b", "(** a (- b))"},
      {"-a", "(- a)"},
      {"+a", "(+ a)"},
      {"~a", "(~ a)"},
      {"--a", "(- (- a))"},
      {"not a", "(not a)"},
      {"not not a", "(not (not a))"},
      {"a // b % c / d @ e", "(@ (/ (% (// a b) c) d) e)"},
      {"a << b >> c", "(>> (<< a b) c)"},
      {"a & b | c ^ d", "(| (& a b) (^ c d))"},
      {"a or b and not c", "(or a (and b (not c)))"},
      {"a or b or c", "(or a b c)"},
      {"a and b and c", "(and a b c)"},
      {"a < b", "(cmp a < b)"},
      {"a < b <= c != d", "(cmp a < b <= c != d)"},
      {"a is b", "(cmp a is b)"},
      {"a is not b", "(cmp a is-not b)"},
      {"a in b", "(cmp a in b)"},
      {"a not in b", "(cmp a not-in b)"},
      {"not a in b", "(not (cmp a in b))"},
      {"a == b is not c", "(cmp a == b is-not c)"},
      {"a | b < c", "(cmp (| a b) < c)"},
      {"- a.b", "(- (. a b))"},
      {"await_ + 1", "(+ await_ 1)"},
  });
}

TEST(ParserExpr, Conditionals) {
  CheckTrees({
      {"a if b else c", "(if b a c)"},
      {"a if b else c if d else e", "(if b a (if d c e))"},
      {"(a if b else c) if d else e", "(if d (if b a c) e)"},
      {"lambda: a if b else c", "(lambda () (if b a c))"},
      {"a or b if c else d", "(if c (or a b) d)"},
  });
}

TEST(ParserExpr, Lambdas) {
  CheckTrees({
      {"lambda: 0", "(lambda () 0)"},
      {"lambda x: x", "(lambda (x) x)"},
      {"lambda x, y=1, *a, z, w=2, **k: x", "(lambda (x (y _ 1) *a z (w _ 2) **k) x)"},
      {"lambda *, a: a", "(lambda (* a) a)"},
      {"lambda a, /, b: a", "(lambda (a / b) a)"},
      {"lambda *a: a", "(lambda (*a) a)"},
      {"lambda **k: k", "(lambda (**k) k)"},
      {"lambda x,: x", "(lambda (x) x)"},
      {"lambda: (yield)", "(lambda () (yield))"},
      {"lambda: lambda: 1", "(lambda () (lambda () 1))"},
  });
}

TEST(ParserExpr, Trailers) {
  CheckTrees({
      {"a.b", "(. a b)"},
      {"a.b.c", "(. (. a b) c)"},
      {"a()", "(call a)"},
      {"a(b)", "(call a b)"},
      {"a(b, c)", "(call a b c)"},
      {"a(b)(c)", "(call (call a b) c)"},
      {"a.b(c).d", "(. (call (. a b) c) d)"},
      {"a(b=1)", "(call a (b= 1))"},
      {"a(b, c=1, *d, **e)", "(call a b (* d) (c= 1) (** e))"},
      {"a(*b, *c)", "(call a (* b) (* c))"},
      {"a(**b, c=1)", "(call a (** b) (c= 1))"},
      {"a(b=1, *c)", "(call a (* c) (b= 1))"},
      {"a(b,)", "(call a b)"},
      {"a(x for x in y)", "(call a (genexp x (for x y)))"},
      {"a(b, (x for x in y))", "(call a b (genexp x (for x y)))"},
      {"a(b := 1)", "(call a (:= b 1))"},
      {"a(b := 1, c=2)", "(call a (:= b 1) (c= 2))"},
      {"a[b]", "([] a b)"},
      {"a[b, c]", "([] a (tuple b c))"},
      {"a[b,]", "([] a (tuple b))"},
      {"a[1:2]", "([] a (slice 1 2 _))"},
      {"a[:]", "([] a (slice _ _ _))"},
      {"a[::]", "([] a (slice _ _ _))"},
      {"a[1:]", "([] a (slice 1 _ _))"},
      {"a[:2]", "([] a (slice _ 2 _))"},
      {"a[::3]", "([] a (slice _ _ 3))"},
      {"a[1:2:3]", "([] a (slice 1 2 3))"},
      {"a[1:2, ::3]", "([] a (tuple (slice 1 2 _) (slice _ _ 3)))"},
      {"a[b := 1]", "([] a (:= b 1))"},
      {"a[*b]", "([] a (tuple (* b)))"},
      {"a[*b, c]", "([] a (tuple (* b) c))"},
      {"a[()]", "([] a (tuple))"},
      {"a[b][c]", "([] ([] a b) c)"},
      {"a[lambda: 1]", "([] a (lambda () 1))"},
      {"(1).real", "(. 1 real)"},
      {"1 .real", "(. 1 real)"},
      {"1.5.real", "(. 1.5 real)"},
      {"'x'.join(y)", "(call (. 'x' join) y)"},
      {"[1][0]", "([] (list 1) 0)"},
      {"{1: 2}[1]", "([] (dict (: 1 2)) 1)"},
  });
}

TEST(ParserExpr, Displays) {
  CheckTrees({
      {"[]", "(list)"},
      {"[a]", "(list a)"},
      {"[a, b,]", "(list a b)"},
      {"[*a, b]", "(list (* a) b)"},
      {"{a}", "(set a)"},
      {"{a, b,}", "(set a b)"},
      {"{*a, b}", "(set (* a) b)"},
      {"{}", "(dict)"},
      {"{a: b}", "(dict (: a b))"},
      {"{a: b, c: d,}", "(dict (: a b) (: c d))"},
      {"{**a}", "(dict (** a))"},
      {"{**a, b: c}", "(dict (** a) (: b c))"},
      {"{a: b, **c | d}", "(dict (: a b) (** (| c d)))"},
      {"[(a, b), [c]]", "(list (tuple a b) (list c))"},
      {"(*a, b)", "(tuple (* a) b)"},
      {"*a, b", "(tuple (* a) b)"},
      {"[a := 1]", "(list (:= a 1))"},
      {"{a := 1}", "(set (:= a 1))"},
  });
}

TEST(ParserExpr, Comprehensions) {
  CheckTrees({
      {"[x for x in y]", "(listcomp x (for x y))"},
      {"{x for x in y}", "(setcomp x (for x y))"},
      {"{x: y for x, y in z}", "(dictcomp x y (for (tuple x y) z))"},
      {"(x for x in y)", "(genexp x (for x y))"},
      {"[x for x in y if z]", "(listcomp x (for x y (if z)))"},
      {"[x for x in y if z if w]", "(listcomp x (for x y (if z) (if w)))"},
      {"[x for x in y for z in w]", "(listcomp x (for x y) (for z w))"},
      {"[x for x, in y]", "(listcomp x (for (tuple x) y))"},
      {"[x for (x, y) in z]", "(listcomp x (for (tuple x y) z))"},
      {"[x for x.y in z]", "(listcomp x (for (. x y) z))"},
      {"[x for x[0] in z]", "(listcomp x (for ([] x 0) z))"},
      {"[x for *x, y in z]", "(listcomp x (for (tuple (* x) y) z))"},
      {"[(x, y) for x in z]", "(listcomp (tuple x y) (for x z))"},
      {"[x if y else z for x in w]", "(listcomp (if y x z) (for x w))"},
      {"[x for x in y or z]", "(listcomp x (for x (or y z)))"},
      {"[[y for y in x] for x in z]", "(listcomp (listcomp y (for y x)) (for x z))"},
      {"[z := x for x in y]", "(listcomp (:= z x) (for x y))"},
      {"[x for x in y if (z := x)]", "(listcomp x (for x y (if (:= z x))))"},
      {"[lambda: x for x in y]", "(listcomp (lambda () x) (for x y))"},
  });
}

TEST(ParserExpr, Strings) {
  CheckTrees({
      {"''", "''"},
      {"'a'", "'a'"},
      {R"("a")", "'a'"},
      {"'''a'''", "'a'"},
      {"\"\"\"a\nb\"\"\"", R"('a\nb')"},
      {"'a' 'b'", "'ab'"},
      {"('a'\n 'b')", "'ab'"},
      {"u'a'", "'a'"},
      {R"(r'\n')", R"('\\n')"},
      {R"(R'\\')", R"('\\\\')"},
      {R"('\n\t\\\'')", R"("\n\t\\'")"},
      {R"('\x41\u00e9\U0001F600')", R"('Aé😀')"},
      {R"('\101\0')", R"('A\x00')"},
      {"'\\\n'", "''"},
      {"'a\\\nb'", "'ab'"},
      {R"('é')", R"('é')"},
      {R"('\N{BULLET}')", R"('•')"},
      {R"('\q')", R"('\\q')"},
      {R"('\ud800')", R"('\ud800')"},
      {"b'a'", "b'a'"},
      {R"(B'\x00\xff')", R"(b'\x00\xff')"},
      {R"(b'\101')", "b'A'"},
      {R"(rb'\n')", R"(b'\\n')"},
      {R"(bR'\n')", R"(b'\\n')"},
      {"b'a' b'b'", "b'ab'"},
      {R"(b'\u0041')", R"(b'\\u0041')"},
      {R"('it\'s')", R"("it's")"},
      {R"('"\'')", R"('"\'')"},
      {"'''it's'''", R"("it's")"},
      {R"('\a\b\f\v\r')", R"('\x07\x08\x0c\x0b\r')"},
      {R"('\777')", R"('ǿ')"},
  });
}

TEST(ParserExpr, FStrings) {
  CheckTrees({
      {"f''", "(f)"},
      {"f'a'", "(f 'a')"},
      {"f'{a}'", "(f (field a))"},
      {"f'a{b}c'", "(f 'a' (field b) 'c')"},
      {"f'{a}{b}'", "(f (field a) (field b))"},
      {"f'{a!r}'", "(f (field a !r))"},
      {"f'{a!s:>10}'", "(f (field a !s (: '>10')))"},
      {"f'{a:{b}}'", "(f (field a (: (field b))))"},
      {"f'{a:{b}.{c}f}'", "(f (field a (: (field b) '.' (field c) 'f')))"},
      {"f'{a=}'", "(f 'a=' (field a !r))"},
      {"f'{a = }'", "(f 'a = ' (field a !r))"},
      {"f'{a=!s}'", "(f 'a=' (field a !s))"},
      {"f'{a=:.2f}'", "(f 'a=' (field a (: '.2f')))"},
      {"f'{{}}'", "(f '{}')"},
      {"f'{{{a}}}'", "(f '{' (field a) '}')"},
      {"f'a' 'b' f'{c}'", "(f 'ab' (field c))"},
      {"'a' f'{b}'", "(f 'a' (field b))"},
      {"f'{a}' 'b' 'c'", "(f (field a) 'bc')"},
      {R"(f'{a["b"]}')", "(f (field ([] a 'b')))"},
      {"f'{a['b']}'", "(f (field ([] a 'b')))"},
      {"f'{f'{f'{a}'}'}'", "(f (field (f (field (f (field a))))))"},
      {R"(f"{a + 'x'}")", "(f (field (+ a 'x')))"},
      {"f'{ {1: 2}[1] }'", "(f (field ([] (dict (: 1 2)) 1)))"},
      {"f'{a!=b}'", "(f (field (cmp a != b)))"},
      {"f'{a:=5}'", "(f (field a (: '=5')))"},
      {"f'{(a:=5)}'", "(f (field (:= a 5)))"},
      {"f'{a, b}'", "(f (field (tuple a b)))"},
      {"f'{*a, b}'", "(f (field (tuple (* a) b)))"},
      {"f'{(lambda x: x)(1)}'", "(f (field (call (lambda (x) x) 1)))"},
      {"f'{a if b else c}'", "(f (field (if b a c)))"},
      {R"(rf'\{a}\d')", R"((f '\\' (field a) '\\d'))"},
      {R"(f'\n{a}\x41')", R"((f '\n' (field a) 'A'))"},
      {R"(f'\N{BULLET}{a}')", R"((f '•' (field a)))"},
      {"f'''{\na\n}'''", "(f (field a))"},
      {"f'''a\n{b}'''", R"((f 'a\n' (field b)))"},
      {R"(f'{a:\x20}')", "(f (field a (: ' ')))"},
      {"f'{a:%Y-%m}'", "(f (field a (: '%Y-%m')))"},
      {R"(f'{"}"}')", "(f (field '}'))"},
      {"f'{a # no'\n}'", "(f (field a))"},
      {"Fr'{a}'", "(f (field a))"},
      {"f'{a}' f''", "(f (field a))"},
  });
}

TEST(ParserExpr, AwaitAndYield) {
  CheckTrees({
      {"async def f(): await x", "(async-def f () (await x))"},
      {"async def f(): await x.y(z) ** 2", "(async-def f () (** (await (call (. x y) z)) 2))"},
      {"async def f(): -await x", "(async-def f () (- (await x)))"},
      {"async def f(): return [await x for x in y]", "(async-def f () (return (listcomp (await x) (for x y))))"},
      {"async def f(): [x async for x in y if await x]",
       "(async-def f () (listcomp x (async-for x y (if (await x)))))"},
      {"def f(): yield", "(def f () (yield))"},
      {"def f(): yield x", "(def f () (yield x))"},
      {"def f(): yield x, y", "(def f () (yield (tuple x y)))"},
      {"def f(): x = yield", "(def f () (= x (yield)))"},
      {"def f(): x = yield y", "(def f () (= x (yield y)))"},
      {"def f(): yield from x", "(def f () (yield-from x))"},
      {"def f(): (yield)", "(def f () (yield))"},
      {"def f(): x = (yield) + 1", "(def f () (= x (+ (yield) 1)))"},
      {"def f(): yield *x, y", "(def f () (yield (tuple (* x) y)))"},
  });
}

}  // namespace
}  // namespace limbeck::python
