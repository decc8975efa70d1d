#include <gtest/gtest.h>

#include "python/parse_rows.h"

namespace limbeck::python {
namespace {

TEST(ParserStmt, Assignments) {
  CheckTrees({
      {"a = b", "(= a b)"},
      {"a = b = c", "(= a b c)"},
      {"a, b = c", "(= (tuple a b) c)"},
      {"(a, b) = c", "(= (tuple a b) c)"},
      {"[a, b] = c", "(= (list a b) c)"},
      {"a, *b = c", "(= (tuple a (* b)) c)"},
      {"*a, = b", "(= (tuple (* a)) b)"},
      {"a.b = c", "(= (. a b) c)"},
      {"a[b] = c", "(= ([] a b) c)"},
      {"a = b, c", "(= a (tuple b c))"},
      {"a = *b, c", "(= a (tuple (* b) c))"},
      {"(a) = b", "(= a b)"},
      {"a, (b, [c, d]) = e", "(= (tuple a (tuple b (list c d))) e)"},
      {"() = a", "(= (tuple) a)"},
      {"[] = a", "(= (list) a)"},
      {"a += b", "(+= a b)"},
      {"a -= b", "(-= a b)"},
      {"a *= b", "(*= a b)"},
      {"a /= b", "(/= a b)"},
      {"a //= b", "(//= a b)"},
      {"a %= b", "(%= a b)"},
      {"a @= b", "(@= a b)"},
      {"a **= b", "(**= a b)"},
      {"a <<= b", "(<<= a b)"},
      {"a >>= b", "(>>= a b)"},
      {"a &= b", "(&= a b)"},
      {"a |= b", "(|= a b)"},
      {"a ^= b", "(^= a b)"},
      {"a.b += c", "(+= (. a b) c)"},
      {"a[b] += c, d", "(+= ([] a b) (tuple c d))"},
      {"a: int", "(annotate a int)"},
      {"a: int = 1", "(annotate a int 1)"},
      {"(a): int = 1", "(annotate-target a int 1)"},
      {"a.b: int", "(annotate-target (. a b) int)"},
      {"a[b]: int = 1", "(annotate-target ([] a b) int 1)"},
      {"a: x = b, c", "(annotate a x (tuple b c))"},
      {"a: 'x' = *b, c", "(annotate a 'x' (tuple (* b) c))"},
  });
}

TEST(ParserStmt, SimpleStatements) {
  CheckTrees({
      {"pass", "pass"},
      {"del a", "(del a)"},
      {"del a, b", "(del a b)"},
      {"del (a, b)", "(del (tuple a b))"},
      {"del a.b, c[d]", "(del (. a b) ([] c d))"},
      {"del a,", "(del a)"},
      {"assert a", "(assert a)"},
      {"assert a, b", "(assert a b)"},
      {"raise", "(raise)"},
      {"def f(): raise a", "(def f () (raise a))"},
      {"def f(): raise a from b", "(def f () (raise a b))"},
      {"def f(): return", "(def f () (return))"},
      {"def f(): return a", "(def f () (return a))"},
      {"def f(): return a, b", "(def f () (return (tuple a b)))"},
      {"def f(): return *a, b", "(def f () (return (tuple (* a) b)))"},
      {"def f(): global a, b", "(def f () (global a b))"},
      {"def f():\n    a = 1\n    def g(): nonlocal a", "(def f () (= a 1) (def g () (nonlocal a)))"},
      {"while a: break", "(while a (do break))"},
      {"while a: continue", "(while a (do continue))"},
      {"a; b", "a\nb"},
      {"a; b;", "a\nb"},
      {"a;", "a"},
      {"match = 1", "(= match 1)"},
      {"match(x)", "(call match x)"},
      {"match[x] = y", "(= ([] match x) y)"},
      {"match.x", "(. match x)"},
      {"match, case = x", "(= (tuple match case) x)"},
      {"match * x", "(* match x)"},
      {"match - x", "(- match x)"},
      {"match -x", "(- match x)"},
      {"print -1", "(- print 1)"},
      {"type = 1", "(= type 1)"},
      {"type(x)", "(call type x)"},
      {"type X = int", "(type X int)"},
      {"type X[T] = list[T]", "(type X (generic (T T)) ([] list T))"},
      {"type X[T: int, *Ts, **P] = y", "(type X (generic (T T int) (*T Ts) (**T P)) y)"},
      {"type X[T = int] = y", "(type X (generic (T T _ int)) y)"},
  });
}

TEST(ParserStmt, Imports) {
  CheckTrees({
      {"import a", "(import (a))"},
      {"import a.b.c", "(import (a.b.c))"},
      {"import a as b", "(import (a b))"},
      {"import a.b as c, d", "(import (a.b c) (d))"},
      {"from a import b", "(from a (b))"},
      {"from a.b import c as d, e", "(from a.b (c d) (e))"},
      {"from a import (b, c)", "(from a (b) (c))"},
      {"from a import (b as c,)", "(from a (b c))"},
      {"from a import *", "(from a *)"},
      {"from . import a", "(from . (a))"},
      {"from .. import a", "(from .. (a))"},
      {"from ... import a", "(from ... (a))"},
      {"from .... import a", "(from .... (a))"},
      {"from .a.b import c", "(from .a.b (c))"},
      {"from ...a import b", "(from ...a (b))"},
      {"from . a import b", "(from .a (b))"},
      {"from __future__ import annotations", "(from __future__ (annotations))"},
  });
}

TEST(ParserStmt, IfWhileFor) {
  CheckTrees({
      {"if a: b", "(if a (do b))"},
      {"if a:\n    b\nelse:\n    c", "(if a (do b) (else c))"},
      {"if a:\n    b\nelif c:\n    d\nelif e:\n    f\nelse:\n    g",
       "(if a (do b) (else (if c (do d) (else (if e (do f) (else g))))))"},
      {"if a:\n    if b:\n        c\n    d\ne", "(if a (do (if b (do c)) d))\ne"},
      {"if (a := b): c", "(if (:= a b) (do c))"},
      {"if a: b; c", "(if a (do b c))"},
      {"while a:\n    b\nelse:\n    c", "(while a (do b) (else c))"},
      {"while a := b: c", "(while (:= a b) (do c))"},
      {"for a in b: c", "(for a b (do c))"},
      {"for a, b in c: d", "(for (tuple a b) c (do d))"},
      {"for a, in b: c", "(for (tuple a) b (do c))"},
      {"for (a, b) in c: d", "(for (tuple a b) c (do d))"},
      {"for *a, b in c: d", "(for (tuple (* a) b) c (do d))"},
      {"for a.b in c: d", "(for (. a b) c (do d))"},
      {"for a in b, c: d", "(for a (tuple b c) (do d))"},
      {"for a in *b, c: d", "(for a (tuple (* b) c) (do d))"},
      {"for a in b:\n    c\nelse:\n    d", "(for a b (do c) (else d))"},
      {"async def f():\n    async for a in b: c", "(async-def f () (async-for a b (do c)))"},
  });
}

TEST(ParserStmt, With) {
  CheckTrees({
      {"with a: b", "(with (item a) (do b))"},
      {"with a as b: c", "(with (item a b) (do c))"},
      {"with a, b: c", "(with (item a) (item b) (do c))"},
      {"with a as b, c as d: e", "(with (item a b) (item c d) (do e))"},
      {"with a as (b, c): d", "(with (item a (tuple b c)) (do d))"},
      {"with a as b.c: d", "(with (item a (. b c)) (do d))"},
      {"with (a): b", "(with (item a) (do b))"},
      {"with (a, b): c", "(with (item a) (item b) (do c))"},
      {"with (a as b): c", "(with (item a b) (do c))"},
      {"with (a as b, c as d,): e", "(with (item a b) (item c d) (do e))"},
      {"with (a, b) as c: d", "(with (item (tuple a b) c) (do d))"},
      {"with (a).b as c: d", "(with (item (. a b) c) (do d))"},
      {"with (a, b).c: d", "(with (item (. (tuple a b) c)) (do d))"},
      {"with (yield_): a", "(with (item yield_) (do a))"},
      {"with (a := b): c", "(with (item (:= a b)) (do c))"},
      {"with (a for a in b): c", "(with (item (genexp a (for a b))) (do c))"},
      {"with (*a, b): c", "(with (item (tuple (* a) b)) (do c))"},
      {"with (): a", "(with (item (tuple)) (do a))"},
      {"with (a, b), c: d", "(with (item (tuple a b)) (item c) (do d))"},
      {"with (lambda: a): b", "(with (item (lambda () a)) (do b))"},
      {"def f():\n    with (yield): a", "(def f () (with (item (yield)) (do a)))"},
      {"async def f():\n    async with a as b: c", "(async-def f () (async-with (item a b) (do c)))"},
  });
}

TEST(ParserStmt, Try) {
  CheckTrees({
      {"try: a\nexcept: b", "(try (do a) (except _ _ b))"},
      {"try: a\nexcept A: b", "(try (do a) (except A _ b))"},
      {"try: a\nexcept A as e: b", "(try (do a) (except A e b))"},
      {"try: a\nexcept (A, B) as e: b\nexcept C: c\nelse: d\nfinally: e",
       "(try (do a) (except (tuple A B) e b) (except C _ c) (else d) (finally e))"},
      {"try: a\nfinally: b", "(try (do a) (finally b))"},
      {"try: a\nexcept* A as e: b\nexcept* (B, C): d", "(try (do a) (except* A e b) (except* (tuple B C) _ d))"},
      {"try:\n    try: a\n    finally: b\nexcept: c", "(try (do (try (do a) (finally b))) (except _ _ c))"},
  });
}

TEST(ParserStmt, Functions) {
  CheckTrees({
      {"def f(): pass", "(def f () pass)"},
      {"def f(a): pass", "(def f (a) pass)"},
      {"def f(a, b=1): pass", "(def f (a (b _ 1)) pass)"},
      {"def f(a, /, b, *, c): pass", "(def f (a / b * c) pass)"},
      {"def f(a, b=1, /, c=2, *d, e, f=3, **g): pass", "(def f (a (b _ 1) / (c _ 2) *d e (f _ 3) **g) pass)"},
      {"def f(*a): pass", "(def f (*a) pass)"},
      {"def f(**a): pass", "(def f (**a) pass)"},
      {"def f(*, a=1): pass", "(def f (* (a _ 1)) pass)"},
      {"def f(a: int, b: str = '', *c: x, d: y, **e: z) -> w: pass",
       "(def f ((a int) (b str '') (*c x) (d y) (**e z)) (-> w) pass)"},
      {"def f(*a: *b): pass", "(def f ((*a (* b))) pass)"},
      {"def f(a,): pass", "(def f (a) pass)"},
      {"def f(*a,): pass", "(def f (*a) pass)"},
      {"def f(**a,): pass", "(def f (**a) pass)"},
      {"def f():\n    'doc'\n    return 1", "(def f () 'doc' (return 1))"},
      {"async def f(): pass", "(async-def f () pass)"},
      {"@a\ndef f(): pass", "(def f (@ a) () pass)"},
      {"@a.b(c)\n@d\nasync def f(): pass", "(async-def f (@ (call (. a b) c) d) () pass)"},
      {"@(a := b)\ndef f(): pass", "(def f (@ (:= a b)) () pass)"},
      {"@a[b]\ndef f(): pass", "(def f (@ ([] a b)) () pass)"},
      {"def f[T](a: T) -> T: pass", "(def f (generic (T T)) ((a T)) (-> T) pass)"},
      {"def f[T: (int, str), *Ts, **P](): pass", "(def f (generic (T T (tuple int str)) (*T Ts) (**T P)) () pass)"},
      {"def f():\n    def g():\n        def h(): pass\n    return g",
       "(def f () (def g () (def h () pass)) (return g))"},
  });
}

TEST(ParserStmt, Classes) {
  CheckTrees({
      {"class A: pass", "(class A () pass)"},
      {"class A(): pass", "(class A () pass)"},
      {"class A(B): pass", "(class A (B) pass)"},
      {"class A(B, C, metaclass=M, **k): pass", "(class A (B C (metaclass= M) (** k)) pass)"},
      {"class A(*b): pass", "(class A ((* b)) pass)"},
      {"class A:\n    x = 1\n    def f(self): pass", "(class A () (= x 1) (def f (self) pass))"},
      {"@a\nclass A: pass", "(class A (@ a) () pass)"},
      {"class A[T](B[T]): pass", "(class A (generic (T T)) (([] B T)) pass)"},
      {"class A:\n    def f(self): self.__x = __y\n    __z = 1\n    __w__ = 2",
       "(class A () (def f (self) (= (. self _A__x) _A__y)) (= _A__z 1) (= __w__ 2))"},
      {"class _A:\n    class B:\n        def f(self, __x): __x(__k=1)\n    import __m",
       "(class _A () (class B () (def f (self _B__x) (call _B__x (_B__k= 1)))) (import (__m)))"},
      {"class A(__B): __c", "(class A (__B) _A__c)"},
      {"class __: __x", "(class __ () __x)"},
      {"class A:\n    def __f(self): pass", "(class A () (def _A__f (self) pass))"},
  });
}

TEST(ParserStmt, Lines) {
  CheckTrees({
      {"", ""},
      {"\n", ""},
      {"# only\n", ""},
      {"a # b", "a"},
      {"a\nb", "a\nb"},
      {"a\r\nb\rc", "a\nb\nc"},
      {"\n\na\n\n", "a"},
      {"if a:\n\tb\n\tc", "(if a (do b c))"},
      {"if a:\n  b\n\n  # x\n\n  c\nd", "(if a (do b c))\nd"},
      {"a = (b\n  # comment\n  + c)", "(= a (+ b c))"},
      {"a = b \\\n  + c", "(= a (+ b c))"},
      {"a = [\n  b,\n]\n", "(= a (list b))"},
      {"if a: # x\n    b # y", "(if a (do b))"},
      {"\f\na", "a"},
      {"if a:\n\f  b", "(if a (do b))"},
      {"if a:\n        b\n        c", "(if a (do b c))"},
      {"if a:\n    b\n# x\n    c", "(if a (do b c))"},
      {"x = 1;", "(= x 1)"},
      {"if a:\n  b\nelse:\n      c", "(if a (do b) (else c))"},
      {"a\n    # indented comment\nb", "a\nb"},
      {"if a:\n    pass\n    \\\n\nb", "(if a (do pass))\nb"},
  });
}

}  // namespace
}  // namespace limbeck::python
