#include <gtest/gtest.h>

#include "python/parse_rows.h"

namespace limbeck::python {
namespace {

TEST(ParserPattern, Values) {
  CheckTrees({
      {"match x:\n    case 1: a", "(match x (case (value 1) a))"},
      {"match x:\n    case -1: a", "(match x (case (value (- 1)) a))"},
      {"match x:\n    case 1.5 + 2j: a", "(match x (case (value (+ 1.5 2j)) a))"},
      {"match x:\n    case -1 - 2j: a", "(match x (case (value (- (- 1) 2j)) a))"},
      {"match x:\n    case 'a' 'b': a", "(match x (case (value 'ab') a))"},
      {"match x:\n    case b'a': a", "(match x (case (value b'a') a))"},
      {"match x:\n    case None | True | False: a", "(match x (case (| None True False) a))"},
      {"match x:\n    case a.b: c", "(match x (case (value (. a b)) c))"},
      {"match x:\n    case a.b.c: d", "(match x (case (value (. (. a b) c)) d))"},
  });
}

TEST(ParserPattern, Captures) {
  CheckTrees({
      {"match x:\n    case y: a", "(match x (case (as y) a))"},
      {"match x:\n    case _: a", "(match x (case (as _) a))"},
      {"match x:\n    case 1 as y: a", "(match x (case (as (value 1) y) a))"},
      {"match x:\n    case (1 | 2) as y: a", "(match x (case (as (| (value 1) (value 2)) y) a))"},
      {"match x:\n    case y if y > 1: a", "(match x (case (as y) (if (cmp y > 1)) a))"},
      {"match x:\n    case _ as y: a", "(match x (case (as (as _) y) a))"},
      {"match x:\n    case (y): a", "(match x (case (as y) a))"},
  });
}

TEST(ParserPattern, Sequences) {
  CheckTrees({
      {"match x:\n    case []: a", "(match x (case (sequence) a))"},
      {"match x:\n    case (): a", "(match x (case (sequence) a))"},
      {"match x:\n    case [y]: a", "(match x (case (sequence (as y)) a))"},
      {"match x:\n    case [y, z,]: a", "(match x (case (sequence (as y) (as z)) a))"},
      {"match x:\n    case (y,): a", "(match x (case (sequence (as y)) a))"},
      {"match x:\n    case y, z: a", "(match x (case (sequence (as y) (as z)) a))"},
      {"match x:\n    case y,: a", "(match x (case (sequence (as y)) a))"},
      {"match x:\n    case [y, *z]: a", "(match x (case (sequence (as y) (* z)) a))"},
      {"match x:\n    case [*_]: a", "(match x (case (sequence (* _)) a))"},
      {"match x:\n    case *y, z: a", "(match x (case (sequence (* y) (as z)) a))"},
      {"match x:\n    case [[y], (z, w)]: a",
       "(match x (case (sequence (sequence (as y)) (sequence (as z) (as w))) a))"},
      {"match x:\n    case y, if z: a", "(match x (case (sequence (as y)) (if z) a))"},
  });
}

TEST(ParserPattern, Mappings) {
  CheckTrees({
      {"match x:\n    case {}: a", "(match x (case (mapping) a))"},
      {"match x:\n    case {'a': y}: b", "(match x (case (mapping (: 'a' (as y))) b))"},
      {"match x:\n    case {1: y, a.b: z, None: _, **w}: b",
       "(match x (case (mapping (: 1 (as y)) (: (. a b) (as z)) (: None (as _)) (** w)) b))"},
      {"match x:\n    case {**y}: b", "(match x (case (mapping (** y)) b))"},
      {"match x:\n    case {-1: y,}: b", "(match x (case (mapping (: (- 1) (as y))) b))"},
  });
}

TEST(ParserPattern, Classes) {
  CheckTrees({
      {"match x:\n    case A(): a", "(match x (case (class A) a))"},
      {"match x:\n    case A(y): a", "(match x (case (class A (as y)) a))"},
      {"match x:\n    case A(y, z=1, w=_): a", "(match x (case (class A (as y) (z= (value 1)) (w= (as _))) a))"},
      {"match x:\n    case a.B(y,): c", "(match x (case (class (. a B) (as y)) c))"},
      {"match x:\n    case A(B(y)): c", "(match x (case (class A (class B (as y))) c))"},
  });
}

TEST(ParserPattern, Alternatives) {
  CheckTrees({
      {"match x:\n    case 1 | 2 | 3: a", "(match x (case (| (value 1) (value 2) (value 3)) a))"},
      {"match x:\n    case [1] | (2, 3): a",
       "(match x (case (| (sequence (value 1)) (sequence (value 2) (value 3))) a))"},
      {"match x:\n    case A(y) | B(y): a", "(match x (case (| (class A (as y)) (class B (as y))) a))"},
      {"match x:\n    case {'a': 1 | 2}: a", "(match x (case (mapping (: 'a' (| (value 1) (value 2)))) a))"},
  });
}

TEST(ParserPattern, Subjects) {
  CheckTrees({
      {"match x, y:\n    case _: a", "(match (tuple x y) (case (as _) a))"},
      {"match x,:\n    case _: a", "(match (tuple x) (case (as _) a))"},
      {"match *x, y:\n    case _: a", "(match (tuple (* x) y) (case (as _) a))"},
      {"match (x):\n    case _: a", "(match x (case (as _) a))"},
      {"match (x, y):\n    case _: a", "(match (tuple x y) (case (as _) a))"},
      {"match [x]:\n    case _: a", "(match (list x) (case (as _) a))"},
      {"match -x:\n    case _: a", "(match (- x) (case (as _) a))"},
      {"match not x:\n    case _: a", "(match (not x) (case (as _) a))"},
      {"match x := y:\n    case _: a", "(match (:= x y) (case (as _) a))"},
      {"match x if y else z:\n    case _: a", "(match (if y x z) (case (as _) a))"},
      {"match lambda: x:\n    case _: a", "(match (lambda () x) (case (as _) a))"},
      {"match match:\n    case case: a", "(match match (case (as case) a))"},
      {"match x:\n    case 1: a\n    case 2:\n        b\n        c\nd",
       "(match x (case (value 1) a) (case (value 2) b c))\nd"},
      {"match {}:\n    case _: a", "(match (dict) (case (as _) a))"},
      {"match 'a':\n    case _: a", "(match 'a' (case (as _) a))"},
      {"match x(y):\n    case _: a", "(match (call x y) (case (as _) a))"},
  });
}

}  // namespace
}  // namespace limbeck::python
