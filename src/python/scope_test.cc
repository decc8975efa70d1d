#include "python/scope.h"

#include <gtest/gtest.h>

#include <string>

#include "python/parse_rows.h"

namespace limbeck::python {
namespace {

void CheckNames(std::initializer_list<ParseRow> rows) {
  CheckTexts(rows, DumpNames::kResolved);
}

TEST(Scope, GlobalsAndSlots) {
  CheckNames({
      {"x = 1\nx", "(= x@global 1)\nx@global\n{<module>}"},
      {"def f(a):\n    b = a\n    return b + c",
       "(def f@global (a) (= b@slot1 a@slot0) (return (+ b@slot1 c@global)) {f; slots: a b})\n{<module>}"},
      {"def f():\n    global x\n    x = 1", "(def f@global () (global x) (= x@global 1) {f})\n{<module>}"},
      {"def f():\n    x += 1", "(def f@global () (+= x@slot0 1) {f; slots: x})\n{<module>}"},
      {"def f():\n    del x", "(def f@global () (del x@slot0) {f; slots: x})\n{<module>}"},
      {"def f():\n    import a.b, c as d\n    from e import f, g as h",
       "(def f@global () (import (a.b a@slot0) (c d@slot1)) (from e (f f@slot2) (g h@slot3)) {f; slots: a d f "
       "h})\n{<module>}"},
      {"def f():\n    for i in j: pass\n    with k as l: pass\n    try: pass\n    except E as e: pass",
       "(def f@global () (for i@slot0 j@global (do pass)) (with (item k@global l@slot1) (do pass)) (try (do pass) "
       "(except E@global e@slot2 pass)) {f; slots: i l e})\n{<module>}"},
      {"def f():\n    x: int\n    y: int = 1\n    self.z: int = 2",
       "(def f@global () (annotate x@slot0 int@global) (annotate y@slot1 int@global 1) (annotate-target (. self@global "
       "z) int@global 2) {f; slots: x y})\n{<module>}"},
      {"def f(a, b, *c, d, **e): pass", "(def f@global (a b *c d **e) pass {f; slots: a b d c e})\n{<module>}"},
      {"def f(a, *, d, **e): b = 1", "(def f@global (a * d **e) (= b@slot3 1) {f; slots: a d e b})\n{<module>}"},
      {"def f(x=x): x", "(def f@global ((x _ x@global)) x@slot0 {f; slots: x})\n{<module>}"},
      {"lambda x, y=z: x + w", "(lambda (x (y _ z@global)) (+ x@slot0 w@global) {<lambda>; slots: x y})\n{<module>}"},
      {"global x\nx = 1", "(global x)\n(= x@global 1)\n{<module>}"},
  });
}

TEST(Scope, CellsAndFrees) {
  CheckNames({
      {"def f(a):\n    b = 1\n    def g(): return a, b\n    return g",
       "(def f@global (a) (= b@cell1 1) (def g@slot1 () (return (tuple a@free0 b@free1)) {f.<locals>.g; frees: a<cell0 "
       "b<cell1}) (return g@slot1) {f; slots: a g; cells: a=0 b})\n{<module>}"},
      {"def f():\n    def g():\n        def h(): return x\n        return h\n    x = 1",
       "(def f@global () (def g@slot0 () (def h@slot0 () (return x@free0) {f.<locals>.g.<locals>.h; frees: x<free0}) "
       "(return h@slot0) {f.<locals>.g; slots: h; frees: x<cell0}) (= x@cell0 1) {f; slots: g; cells: x})\n{<module>}"},
      {"def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2",
       "(def f@global () (= x@cell0 1) (def g@slot0 () (nonlocal x) (= x@free0 2) {f.<locals>.g; frees: x<cell0}) {f; "
       "slots: g; cells: x})\n{<module>}"},
      {"def f():\n    global x\n    def g(): return x",
       "(def f@global () (global x) (def g@slot0 () (return x@global) {f.<locals>.g}) {f; slots: g})\n{<module>}"},
      {"def f():\n    x = 1\n    def g():\n        global x\n        def h(): return x",
       "(def f@global () (= x@slot0 1) (def g@slot1 () (global x) (def h@slot0 () (return x@global) "
       "{f.<locals>.g.<locals>.h}) {f.<locals>.g; slots: h}) {f; slots: x g})\n{<module>}"},
      {"def f():\n    return lambda: f",
       "(def f@global () (return (lambda () f@global {f.<locals>.<lambda>})) {f})\n{<module>}"},
      {"def f(a):\n    class C:\n        b = a\n        def m(self): return a",
       "(def f@global (a) (class C@slot1 () (= b@class a@classfree0) (def m@class (self) (return a@free0) "
       "{f.<locals>.C.m; slots: self; frees: a<free0}) {f.<locals>.C; frees: a<cell0}) {f; slots: a C; cells: "
       "a=0})\n{<module>}"},
      {"def f(x):\n    def g(x): return lambda: x\n    return x",
       "(def f@global (x) (def g@slot1 (x) (return (lambda () x@free0 {f.<locals>.g.<locals>.<lambda>; frees: "
       "x<cell0})) {f.<locals>.g; slots: x; cells: x=0}) (return x@slot0) {f; slots: x g})\n{<module>}"},
  });
}

TEST(Scope, Classes) {
  CheckNames({
      {"class A:\n    x = 1\n    y = x\n    def f(self): return x",
       "(class A@global () (= x@class 1) (= y@class x@class) (def f@class (self) (return x@global) {A.f; slots: self}) "
       "{A})\n{<module>}"},
      {"class A:\n    global x\n    x = 1\n    y = x",
       "(class A@global () (global x) (= x@global 1) (= y@class x@global) {A})\n{<module>}"},
      {"def f(x):\n    class A:\n        x = x",
       "(def f@global (x) (class A@slot1 () (= x@class x@class) {f.<locals>.A}) {f; slots: x A})\n{<module>}"},
      {"def f(x):\n    class A:\n        y = x",
       "(def f@global (x) (class A@slot1 () (= y@class x@classfree0) {f.<locals>.A; frees: x<cell0}) {f; slots: x A; "
       "cells: x=0})\n{<module>}"},
      {"def f(x):\n    class A:\n        nonlocal x\n        x = 1",
       "(def f@global (x) (class A@slot1 () (nonlocal x) (= x@free0 1) {f.<locals>.A; frees: x<cell0}) {f; slots: x A; "
       "cells: x=0})\n{<module>}"},
      {"class A:\n    def f(self): return super().f()",
       "(class A@global () (def f@class (self) (return (call (. (call super@global) f))) {A.f; slots: self; frees: "
       "__class__<cell0; class-free0}) {A; cells: __class__; class-cell0})\n{<module>}"},
      {"class A:\n    def f(self): return __class__",
       "(class A@global () (def f@class (self) (return __class__@free0) {A.f; slots: self; frees: __class__<cell0; "
       "class-free0}) {A; cells: __class__; class-cell0})\n{<module>}"},
      {"class A:\n    def f(self):\n        def g(): return super()\n        return g",
       "(class A@global () (def f@class (self) (def g@slot1 () (return (call super@global)) {A.f.<locals>.g; frees: "
       "__class__<free0; class-free0}) (return g@slot1) {A.f; slots: self g; frees: __class__<cell0; class-free0}) {A; "
       "cells: __class__; class-cell0})\n{<module>}"},
      {"class A:\n    class B:\n        def f(self): super()\n    def g(self): pass",
       "(class A@global () (class B@class () (def f@class (self) (call super@global) {A.B.f; slots: self; frees: "
       "__class__<cell0; class-free0}) {A.B; cells: __class__; class-cell0}) (def g@class (self) pass {A.g; slots: "
       "self}) {A})\n{<module>}"},
      {"def f(): super()", "(def f@global () (call super@global) {f})\n{<module>}"},
      {"def f():\n    super()\n    __class__",
       "(def f@global () (call super@global) __class__@global {f})\n{<module>}"},
      {"class A:\n    x = [y for y in z]\n    w = [x for y in x]",
       "(class A@global () (= x@class (listcomp y@slot0 (for y@slot0 z@class) {slots 0+1})) (= w@class (listcomp "
       "x@global (for y@slot1 x@class) {slots 1+1})) {A; slots: y y})\n{<module>}"},
      {"class A:\n    def __f(self, __a): return self.__b, __c",
       "(class A@global () (def _A__f@class (self _A__a) (return (tuple (. self@slot0 _A__b) _A__c@global)) {A.__f; "
       "slots: self _A__a}) {A})\n{<module>}"},
  });
}

TEST(Scope, Comprehensions) {
  CheckNames({
      {"[x for x in x]", "(listcomp x@slot0 (for x@slot0 x@global) {slots 0+1})\n{<module>; slots: x}"},
      {"def f(y): return [x + y for x in y]",
       "(def f@global (y) (return (listcomp (+ x@slot1 y@slot0) (for x@slot1 y@slot0) {slots 1+1})) {f; slots: y "
       "x})\n{<module>}"},
      {"def f(): return [[a + b for a in b] for b in c]",
       "(def f@global () (return (listcomp (listcomp (+ a@slot1 b@slot0) (for a@slot1 b@slot0) {slots 1+1}) (for "
       "b@slot0 c@global) {slots 0+1})) {f; slots: b a})\n{<module>}"},
      {"def f(): return [lambda: x for x in y]",
       "(def f@global () (return (listcomp (lambda () x@free0 {f.<locals>.<lambda>; frees: x<cell0}) (for x@cell0 "
       "y@global) {slots 0+0 cell0})) {f; cells: x})\n{<module>}"},
      {"def f(y): return [lambda: x + y for x in z]",
       "(def f@global (y) (return (listcomp (lambda () (+ x@free0 y@free1) {f.<locals>.<lambda>; frees: x<cell1 "
       "y<cell0}) (for x@cell1 z@global) {slots 1+0 cell1})) {f; slots: y; cells: y=0 x})\n{<module>}"},
      {"def f(y): return (x + y for x in y)",
       "(def f@global (y) (return (genexp (+ x@slot1 y@free0) (for x@slot1 y@cell0) {f.<locals>.<genexpr>; slots: .0 "
       "x; frees: y<cell0; generator})) {f; slots: y; cells: y=0})\n{<module>}"},
      {"(x for x in y for z in x)",
       "(genexp x@slot1 (for x@slot1 y@global) (for z@slot2 x@slot1) {<genexpr>; slots: .0 x z; "
       "generator})\n{<module>}"},
      {"def f(): return [y := x for x in z], y",
       "(def f@global () (return (tuple (listcomp (:= y@slot0 x@slot1) (for x@slot1 z@global) {slots 1+1}) y@slot0)) "
       "{f; slots: y x})\n{<module>}"},
      {"def f():\n    global y\n    [y := x for x in z]",
       "(def f@global () (global y) (listcomp (:= y@global x@slot0) (for x@slot0 z@global) {slots 0+1}) {f; slots: "
       "x})\n{<module>}"},
      {"[y := x for x in z]",
       "(listcomp (:= y@global x@slot0) (for x@slot0 z@global) {slots 0+1})\n{<module>; slots: x}"},
      {"def f(): return ([y := x for x in z] for w in v)",
       "(def f@global () (return (genexp (listcomp (:= y@free0 x@slot2) (for x@slot2 z@global) {slots 2+1}) (for "
       "w@slot1 v@global) {f.<locals>.<genexpr>; slots: .0 w x; frees: y<cell0; generator})) {f; cells: "
       "y})\n{<module>}"},
      {"def f(): return [x for x in y], [x for x in y]",
       "(def f@global () (return (tuple (listcomp x@slot0 (for x@slot0 y@global) {slots 0+1}) (listcomp x@slot1 (for "
       "x@slot1 y@global) {slots 1+1}))) {f; slots: x x})\n{<module>}"},
      {"def f(x): return {x: y for x, y in x}",
       "(def f@global (x) (return (dictcomp x@slot1 y@slot2 (for (tuple x@slot1 y@slot2) x@slot0) {slots 1+2})) {f; "
       "slots: x x y})\n{<module>}"},
      {"def f(): return [(lambda: z)() for x in y if (z := x)]",
       "(def f@global () (return (listcomp (call (lambda () z@free0 {f.<locals>.<lambda>; frees: z<cell0})) (for "
       "x@slot0 y@global (if (:= z@cell0 x@slot0))) {slots 0+1})) {f; slots: x; cells: z})\n{<module>}"},
  });
}

TEST(Scope, TypeParameters) {
  CheckNames({
      {"def f[T](x: T) -> T: return T",
       "(def f@global (generic (T T@cell0)) ((x T@cell0)) (-> T@cell0) (return T@free0) {f; slots: x; frees: "
       "T<cell0})\n{<module>; cells: T}"},
      {"class A[T](B[T]):\n    x: T\n    def f(self): return T",
       "(class A@global (generic (T T@cell0)) (([] B@global T@cell0)) (annotate x@class T@classfree0) (def f@class "
       "(self) (return T@free0) {A.f; slots: self; frees: T<free0}) {A; frees: T<cell0})\n{<module>; cells: T}"},
      {"type X[T] = list[T]",
       "(type X@global (generic (T T@cell0)) ([] list@global T@free0) {X; frees: T<cell0})\n{<module>; cells: T}"},
      {"type X = X", "(type X@global X@global {X})\n{<module>}"},
      {"def f():\n    def g[T: U, U](x: T): pass",
       "(def f@global () (def g@slot0 (generic (T T@slot1 U@slot2) (T U@slot2)) ((x T@slot1)) pass {f.<locals>.g; "
       "slots: x}) {f; slots: g T U})\n{<module>}"},
      {"class A:\n    U = 1\n    def f[T: U](self, x: U): pass",
       "(class A@global () (= U@class 1) (def f@class (generic (T T@slot0 U@class)) (self (x U@class)) pass {A.f; "
       "slots: self x}) {A; slots: T})\n{<module>}"},
  });
}

TEST(Scope, Match) {
  CheckNames({
      {"def f(x):\n    match x:\n        case [a, *b]: return a, b\n        case {'k': c, **d}: return c, d\n        "
       "case C(e, g=h) as i: return h",
       "(def f@global (x) (match x@slot0 (case (sequence (as a@slot1) (* b@slot2)) (return (tuple a@slot1 b@slot2))) "
       "(case (mapping (: 'k' (as c@slot3)) (** d@slot4)) (return (tuple c@slot3 d@slot4))) (case (as (class C@global "
       "(as e@slot5) (g= (as h@slot6))) i@slot7) (return h@slot6))) {f; slots: x a b c d e h i})\n{<module>}"},
      {"match x:\n    case y: y", "(match x@global (case (as y@global) y@global))\n{<module>}"},
  });
}

TEST(Scope, Flow) {
  CheckNames({
      {"def f(): yield", "(def f@global () (yield) {f; generator})\n{<module>}"},
      {"def f(): return lambda: (yield)",
       "(def f@global () (return (lambda () (yield) {f.<locals>.<lambda>; generator})) {f})\n{<module>}"},
      {"async def f(): pass", "(async-def f@global () pass {f; coroutine})\n{<module>}"},
      {"async def f(): yield", "(async-def f@global () (yield) {f; async-generator})\n{<module>}"},
      {"async def f(): return (await x for x in y)",
       "(async-def f@global () (return (genexp (await x@slot1) (for x@slot1 y@global) {f.<locals>.<genexpr>; slots: .0 "
       "x; async-generator})) {f; coroutine})\n{<module>}"},
      {"async def f(): return [x async for x in y]",
       "(async-def f@global () (return (listcomp x@slot0 (async-for x@slot0 y@global) {slots 0+1})) {f; slots: x; "
       "coroutine})\n{<module>}"},
      {"def f(): return locals()", "(def f@global () (return (call locals@global)) {f; locals})\n{<module>}"},
      {"def f():\n    def g(): yield\n    return g",
       "(def f@global () (def g@slot0 () (yield) {f.<locals>.g; generator}) (return g@slot0) {f; slots: "
       "g})\n{<module>}"},
      {"(x async for x in y)",
       "(genexp x@slot1 (async-for x@slot1 y@global) {<genexpr>; slots: .0 x; async-generator})\n{<module>}"},
  });
}

TEST(Scope, Qualnames) {
  CheckNames({
      {"class A:\n    class B:\n        def f(self):\n            def g(): pass\n            class C:\n                "
       "def h(self): pass",
       "(class A@global () (class B@class () (def f@class (self) (def g@slot1 () pass {A.B.f.<locals>.g}) (class "
       "C@slot2 () (def h@class (self) pass {A.B.f.<locals>.C.h; slots: self}) {A.B.f.<locals>.C}) {A.B.f; slots: self "
       "g C}) {A.B}) {A})\n{<module>}"},
      {"def f():\n    global g\n    def g():\n        def h(): pass",
       "(def f@global () (global g) (def g@global () (def h@slot0 () pass {g.<locals>.h}) {g; slots: h}) "
       "{f})\n{<module>}"},
      {"x = lambda: (y for y in z)",
       "(= x@global (lambda () (genexp y@slot1 (for y@slot1 z@global) {<lambda>.<locals>.<genexpr>; slots: .0 y; "
       "generator}) {<lambda>}))\n{<module>}"},
  });
}

TEST(Scope, NumbersAreDense) {
  const ast::ModulePtr module = ParseText("a.b(c)\ndef f(): return a.d, 1, (2, 3)\nlambda: c()\n");
  EXPECT_EQ(module->counts.attribute_caches, 2);
  EXPECT_EQ(module->counts.call_caches, 2);
  EXPECT_EQ(module->counts.codes, 3);
  // 1, 2, 3 and the tuple
  EXPECT_EQ(module->counts.constants, 4);
  std::string names;
  for (const Symbol name : module->global_names) names += name.text() + " ";
  EXPECT_EQ(names, "a c f ");
}

TEST(Scope, FutureAnnotations) {
  EXPECT_TRUE(ParseText("'doc'\nfrom __future__ import annotations")->future_annotations);
  EXPECT_FALSE(ParseText("from __future__ import division")->future_annotations);
}

TEST(Scope, Docstrings) {
  const auto docstring_of = [](const char* text) {
    const ast::ModulePtr module = ParseText(text);
    const std::string_view docstring = module->code->docstring;
    return docstring.data() == nullptr ? std::string("none") : "'" + std::string(docstring) + "'";
  };
  EXPECT_EQ(docstring_of("'a' 'b'\nx"), "'ab'");
  EXPECT_EQ(docstring_of("''"), "''");
  EXPECT_EQ(docstring_of("f'a'"), "none");
  EXPECT_EQ(docstring_of("b'a'"), "none");
  EXPECT_EQ(docstring_of("x\n'a'"), "none");
}

}  // namespace
}  // namespace limbeck::python
