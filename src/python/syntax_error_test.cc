#include "python/syntax_error.h"

#include <gtest/gtest.h>

#include <string>

#include "python/parse_rows.h"

// The messages are CPython 3.11's for the same text.

namespace limbeck::python {
namespace {

TEST(SyntaxErrors, Names) {
  CheckTexts({
      {"nonlocal x", "1:1 SyntaxError: nonlocal declaration not allowed at module level"},
      {"def f():\n x = 1\n global x", "3:2 SyntaxError: name 'x' is assigned to before global declaration"},
      {"def f(x):\n global x", "2:2 SyntaxError: name 'x' is parameter and global"},
      {"def f():\n print(x)\n global x", "3:2 SyntaxError: name 'x' is used prior to global declaration"},
      {"def f():\n nonlocal x", "2:2 SyntaxError: no binding for nonlocal 'x' found"},
      {"def f():\n x=1\n def g():\n  x\n  nonlocal x",
       "5:3 SyntaxError: name 'x' is used prior to nonlocal declaration"},
      {"class A:\n nonlocal x", "2:2 SyntaxError: no binding for nonlocal 'x' found"},
      {"def f():\n x: int\n global x", "3:2 SyntaxError: annotated name 'x' can't be global"},
      {"def f():\n global x\n x: int", "3:2 SyntaxError: annotated name 'x' can't be global"},
  });
}

TEST(SyntaxErrors, Targets) {
  CheckTexts({
      {"x + 1 = 2", "1:1 SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"},
      {"f() = 1", "1:1 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"},
      {"None = 1", "1:1 SyntaxError: cannot assign to None"},
      {"(a, 1) = 2", "1:5 SyntaxError: cannot assign to literal"},
      {"a, f() = 1", "1:4 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"},
      {"a == b = 3", "1:1 SyntaxError: cannot assign to comparison"},
      {"for f() in y: pass", "1:5 SyntaxError: cannot assign to function call"},
      {"del f()", "1:5 SyntaxError: cannot delete function call"},
      {"del (a, 1)", "1:9 SyntaxError: cannot delete literal"},
      {"(a, b): int", "1:1 SyntaxError: only single target (not tuple) can be annotated"},
      {"f(1=2)", R"(1:3 SyntaxError: expression cannot contain assignment, perhaps you meant "=="?)"},
      {"f(None=2)", "1:3 SyntaxError: cannot assign to None"},
      {"f(a.b=2)", R"(1:3 SyntaxError: expression cannot contain assignment, perhaps you meant "=="?)"},
      {"{a: *b}", "1:5 SyntaxError: cannot use a starred expression in a dictionary value"},
      {"x = yield = 1", "1:5 SyntaxError: assignment to yield expression not possible"},
      {"(yield) = 1", "1:2 SyntaxError: cannot assign to yield expression here. Maybe you meant '==' instead of '='?"},
      {"a, *b, *c = d", "1:1 SyntaxError: multiple starred expressions in assignment"},
      {"*a = b", "1:1 SyntaxError: starred assignment target must be in a list or tuple"},
      {"*a", "1:1 SyntaxError: can't use starred expression here"},
      {"x = *a", "1:5 SyntaxError: can't use starred expression here"},
      {"with open(x) as f(): pass", "1:17 SyntaxError: cannot assign to function call"},
      {"(a.b := 1)", "1:2 SyntaxError: cannot use assignment expressions with attribute"},
      {"not a = b", "1:1 SyntaxError: cannot assign to expression"},
      {"a + b += c", "1:1 SyntaxError: 'expression' is an illegal expression for augmented assignment"},
      {"f() += 1", "1:1 SyntaxError: 'function call' is an illegal expression for augmented assignment"},
      {"(a, b) += 1", "1:1 SyntaxError: 'tuple' is an illegal expression for augmented assignment"},
      {"[a] += 1", "1:1 SyntaxError: 'list' is an illegal expression for augmented assignment"},
      {"1 += 1", "1:1 SyntaxError: 'literal' is an illegal expression for augmented assignment"},
      {R"('\U12345678')",
       "1:2 SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode "
       "character"},
      {"() += 1", "1:1 SyntaxError: 'tuple' is an illegal expression for augmented assignment"},
      {"f() = 1 = 2", "1:1 SyntaxError: cannot assign to function call"},
      {"a = f() = 3", "1:5 SyntaxError: cannot assign to function call"},
      {"a = f() = b = 3", "1:5 SyntaxError: cannot assign to function call"},
      {"f() = a == b", "1:1 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"},
      {"f() = a if b else c",
       "1:1 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"},
      {"f() = a, b", "1:1 SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"},
      {"-a = 1", "1:1 SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"},
      {"a, None = 1", "1:4 SyntaxError: cannot assign to None"},
      {"lambda: 1 = 2", "1:1 SyntaxError: cannot assign to lambda"},
      {"a if b else c = 1", "1:1 SyntaxError: cannot assign to conditional expression"},
      {"a and b = 1", "1:1 SyntaxError: cannot assign to expression"},
      {"(a and b) = 1", "1:2 SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"},
      {"(a == b) = 1", "1:2 SyntaxError: cannot assign to comparison here. Maybe you meant '==' instead of '='?"},
      {"'a' = 1", "1:1 SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"},
      {"f'{a}' = 1",
       "1:1 SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?"},
      {"... = 1", "1:1 SyntaxError: cannot assign to ellipsis here. Maybe you meant '==' instead of '='?"},
      {"{} = 1", "1:1 SyntaxError: cannot assign to dict literal here. Maybe you meant '==' instead of '='?"},
      {"{a} = 1", "1:1 SyntaxError: cannot assign to set display here. Maybe you meant '==' instead of '='?"},
      {"[a for a in b] = 1",
       "1:1 SyntaxError: cannot assign to list comprehension here. Maybe you meant '==' instead of '='?"},
      {"(a for a in b) = 1", "1:1 SyntaxError: cannot assign to generator expression"},
      {"a = 1 = b", "1:5 SyntaxError: cannot assign to literal"},
      {"1: int", "1:1 SyntaxError: illegal target for annotation"},
      {"f(): int = 3", "1:1 SyntaxError: illegal target for annotation"},
      {"[a]: int", "1:1 SyntaxError: only single target (not list) can be annotated"},
      {"a, b: int", "1:1 SyntaxError: only single target (not tuple) can be annotated"},
      {"a, b: int = 1", "1:1 SyntaxError: only single target (not tuple) can be annotated"},
      {"*a, b: int", "1:1 SyntaxError: only single target (not tuple) can be annotated"},
      {"for 1 in b: pass", "1:5 SyntaxError: cannot assign to literal"},
      {"for *a in b: pass", "1:5 SyntaxError: starred assignment target must be in a list or tuple"},
      {"for a if b else c in d: pass", "1:5 SyntaxError: cannot assign to conditional expression"},
      {"for a and b in c: pass", "1:5 SyntaxError: cannot assign to expression"},
      {"for not a in b: pass", "1:5 SyntaxError: cannot assign to expression"},
      {"[1 for 1 in a]", "1:8 SyntaxError: cannot assign to literal"},
      {"del *a", "1:5 SyntaxError: cannot delete starred"},
      {"del a, *b", "1:8 SyntaxError: cannot delete starred"},
      {"del (*a, b)", "1:6 SyntaxError: cannot delete starred"},
      {"del a + b", "1:5 SyntaxError: cannot delete expression"},
      {"del None", "1:5 SyntaxError: cannot delete None"},
      {"with a as 1: pass", "1:11 SyntaxError: cannot assign to literal"},
      {"with a as b + c: pass", "1:11 SyntaxError: cannot assign to expression"},
      {"[x := 1 for x in y]",
       "1:2 SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'"},
      {"[1 for x in y if (z := x) for z in w]",
       "1:31 SyntaxError: comprehension inner loop cannot rebind assignment expression target 'z'"},
      {"[1 for x in y for z in [z := x]]",
       "1:25 SyntaxError: assignment expression cannot be used in a comprehension iterable expression"},
      {"class A: [x := 1 for y in z]",
       "1:11 SyntaxError: assignment expression within a comprehension cannot be used in a class body"},
      {"[x for x in (y := [1])]",
       "1:14 SyntaxError: assignment expression cannot be used in a comprehension iterable expression"},
      {"__debug__ = 1", "1:1 SyntaxError: cannot assign to __debug__"},
      {"def f(__debug__): pass", "1:7 SyntaxError: cannot assign to __debug__"},
      {"f(__debug__=1)", "1:3 SyntaxError: cannot assign to __debug__"},
      {"x.__debug__ = 1", "1:1 SyntaxError: cannot assign to __debug__"},
      {"import __debug__", "1:8 SyntaxError: cannot assign to __debug__"},
      {"del __debug__", "1:5 SyntaxError: cannot delete __debug__"},
      {"match x:\n case (a, a): pass", "2:11 SyntaxError: multiple assignments to name 'a' in pattern"},
      {"match x:\n case [*a, *b]: pass", "2:7 SyntaxError: multiple starred names in sequence pattern"},
      {"lambda a: int: 1", "1:1 SyntaxError: illegal target for annotation"},
      {"f(True=1)", "1:3 SyntaxError: cannot assign to True"},
      {"f(x.y=1)", R"(1:3 SyntaxError: expression cannot contain assignment, perhaps you meant "=="?)"},
      {"f(x[0]=1)", R"(1:3 SyntaxError: expression cannot contain assignment, perhaps you meant "=="?)"},
      {"f(lambda: x=1)", R"(1:3 SyntaxError: expression cannot contain assignment, perhaps you meant "=="?)"},
      {"def f(): return *a", "1:17 SyntaxError: can't use starred expression here"},
      {"def f(): yield *a", "1:16 SyntaxError: can't use starred expression here"},
      {"del x()", "1:5 SyntaxError: cannot delete function call"},
  });
}

TEST(SyntaxErrors, Brackets) {
  CheckTexts({
      {"(a b", "1:1 SyntaxError: '(' was never closed"},
      {"foo(a, b\ny=3", "1:4 SyntaxError: '(' was never closed"},
      {"from x import (a", "1:15 SyntaxError: '(' was never closed"},
      {"x = (1,\n\n", "1:5 SyntaxError: '(' was never closed"},
      {"a)", "1:2 SyntaxError: unmatched ')'"},
      {"(a]", "1:3 SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"},
      {"(\na]", "2:2 SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line 1"},
      {"if x:\n    y\n  z", "3:3 IndentationError: unindent does not match any outer indentation level"},
      {"x = [", "1:5 SyntaxError: '[' was never closed"},
      {"x[", "1:2 SyntaxError: '[' was never closed"},
      {"if True:\n    x\n   y", "3:4 IndentationError: unindent does not match any outer indentation level"},
      {"f(a, b", "1:2 SyntaxError: '(' was never closed"},
      {"x = [1, 2\ny = 3", "1:5 SyntaxError: '[' was never closed"},
      {"x = {'a': 1, 'b': 2\ndef f(): pass", "1:5 SyntaxError: '{' was never closed"},
      {"f(a))", "1:5 SyntaxError: unmatched ')'"},
      {"f(a]]", "1:4 SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"},
      {"f'{a)}'", "1:5 SyntaxError: f-string: unmatched ')'"},
      {"(a\n)]", "2:2 SyntaxError: unmatched ']'"},
      {"x\n}", "2:1 SyntaxError: unmatched '}'"},
  });
}

TEST(SyntaxErrors, Blocks) {
  CheckTexts({
      {"for x in y\n  pass", "1:11 SyntaxError: expected ':'"},
      {"class A\n pass", "1:8 SyntaxError: expected ':'"},
      {"while x\n pass", "1:8 SyntaxError: expected ':'"},
      {"with a\n  pass", "1:7 SyntaxError: expected ':'"},
      {"if x:\npass", "2:1 IndentationError: expected an indented block after 'if' statement on line 1"},
      {"  x", "1:3 IndentationError: unexpected indent"},
      {"if x:\n\ty\n        z", "3:9 TabError: inconsistent use of tabs and spaces in indentation"},
      {"match x\n case 1: pass", "1:8 SyntaxError: expected ':'"},
      {"match x:\ncase 1: pass", "2:1 IndentationError: expected an indented block after 'match' statement on line 1"},
      {"if True:\n    x\n     y", "3:6 IndentationError: unexpected indent"},
      {"x\n y", "2:2 IndentationError: unexpected indent"},
      {"	x", "1:2 IndentationError: unexpected indent"},
      {"if x:\n\n\n# c\ny", "5:1 IndentationError: expected an indented block after 'if' statement on line 1"},
      {"class A:", "1:9 IndentationError: expected an indented block after class definition on line 1"},
      {"def f():", "1:9 IndentationError: expected an indented block after function definition on line 1"},
      {"if x:", "1:6 IndentationError: expected an indented block after 'if' statement on line 1"},
      {"for x in y:\n", "1:12 IndentationError: expected an indented block after 'for' statement on line 1"},
      {"while 1: #c\n  # d\n", "2:6 IndentationError: expected an indented block after 'while' statement on line 1"},
      {"try:\n  x\nexcept:\nfinally: pass",
       "4:1 IndentationError: expected an indented block after 'except' statement on line 3"},
      {"with a:\nb", "2:1 IndentationError: expected an indented block after 'with' statement on line 1"},
      {"for x in y:\n x\nelse:\nx",
       "4:1 IndentationError: expected an indented block after 'else' statement on line 3"},
      {"if x:\n        y\n\tz", "3:2 TabError: inconsistent use of tabs and spaces in indentation"},
      {"if 1:\n  if 2:\n\tx", "3:2 TabError: inconsistent use of tabs and spaces in indentation"},
      {"def f():\n\tx\n        y", "3:9 TabError: inconsistent use of tabs and spaces in indentation"},
  });
}

TEST(SyntaxErrors, Literals) {
  CheckTexts({
      {"f'{a b}'", "1:4 SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?"},
      {"f'{}'", "1:4 SyntaxError: f-string: empty expression not allowed"},
      {"f'{a'", "1:5 SyntaxError: f-string: expecting '}'"},
      {"f'}'", "1:3 SyntaxError: f-string: single '}' is not allowed"},
      {"f'{a!x}'", "1:6 SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'"},
      {"'abc", "1:1 SyntaxError: unterminated string literal (detected at line 1)"},
      {"'''abc", "1:1 SyntaxError: unterminated triple-quoted string literal (detected at line 1)"},
      {"0777",
       "1:1 SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
       "integers"},
      {"1__0", "1:2 SyntaxError: invalid decimal literal"},
      {"1_", "1:2 SyntaxError: invalid decimal literal"},
      {"0x", "1:1 SyntaxError: invalid hexadecimal literal"},
      {"0b12", "1:4 SyntaxError: invalid digit '2' in binary literal"},
      {"0o8", "1:3 SyntaxError: invalid digit '8' in octal literal"},
      {"1abc", "1:2 SyntaxError: invalid decimal literal"},
      {"1e", "1:2 SyntaxError: invalid decimal literal"},
      {"1.5abc", "1:4 SyntaxError: invalid decimal literal"},
      {"0xfg", "1:4 SyntaxError: invalid hexadecimal literal"},
      {"1jx", "1:3 SyntaxError: invalid imaginary literal"},
      {R"(a\b)", "1:2 SyntaxError: unexpected character after line continuation character"},
      {R"(a = “x”)", R"(1:5 SyntaxError: invalid character '“' (U+201C))"},
      {"a​b", "1:2 SyntaxError: invalid non-printable character U+200B"},
      {" ", "1:1 SyntaxError: invalid non-printable character U+00A0"},
      {R"(b'é')", "1:3 SyntaxError: bytes can only contain ASCII literal characters"},
      {R"('\N{foo}')",
       "1:2 SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode "
       "character name"},
      {R"('\x1')",
       R"(1:2 SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape)"},
      {R"('\u12')",
       R"(1:2 SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape)"},
      {R"(b'\x1')", R"(1:3 SyntaxError: (value error) invalid \x escape at position 0)"},
      {R"("a" b"c")", "1:5 SyntaxError: cannot mix bytes and nonbytes literals"},
      {"match x:\n case 1 + 2: pass", "2:11 SyntaxError: imaginary number required in complex literal"},
      {"match x:\n case f'a': pass", "2:7 SyntaxError: patterns may only match literals and attribute lookups"},
      {"match x:\n case 1j + 1j: pass", "2:7 SyntaxError: real number required in complex literal"},
      {"f'{!r}'", "1:4 SyntaxError: f-string: expression required before '!'"},
      {"f'{a:", "1:1 SyntaxError: unterminated string literal (detected at line 1)"},
      {R"(x = 5€)", R"(1:6 SyntaxError: invalid character '€' (U+20AC))"},
      {"0_7",
       "1:1 SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
       "integers"},
      {R"(b'\xg0')", R"(1:3 SyntaxError: (value error) invalid \x escape at position 0)"},
  });
}

TEST(SyntaxErrors, Match) {
  CheckTexts({
      {"match x:\n  case 1 as _: pass", "2:13 SyntaxError: cannot use '_' as a target"},
      {"match x:\n case a | b: pass", "2:7 SyntaxError: name capture 'a' makes remaining patterns unreachable"},
      {"match x:\n case a: pass\n case b: pass",
       "2:7 SyntaxError: name capture 'a' makes remaining patterns unreachable"},
      {"match x:\n case A(b=1, b=2): pass", "2:16 SyntaxError: attribute name repeated in class pattern: b"},
      {"match x:\n case A(b=1, 2): pass", "2:14 SyntaxError: positional patterns follow keyword patterns"},
      {"match x:\n case {1: a, 1: b}: pass", "2:7 SyntaxError: mapping pattern checks duplicate key (1)"},
      {"match x:\n case 1 as 2: pass", "2:12 SyntaxError: invalid pattern target"},
      {"match x:\n case (1 | a): pass", "2:8 SyntaxError: alternative patterns bind different names"},
  });
}

TEST(SyntaxErrors, Parameters) {
  CheckTexts({
      {"try: pass\nexcept: pass\nexcept A: pass", "2:1 SyntaxError: default 'except:' must be last"},
      {"def f(a, a): pass", "1:10 SyntaxError: duplicate argument 'a' in function definition"},
      {"def f(a=1, b): pass", "1:12 SyntaxError: non-default argument follows default argument"},
      {"def f(*): pass", "1:7 SyntaxError: named arguments must follow bare *"},
      {"def f(**a, b): pass", "1:12 SyntaxError: arguments cannot follow var-keyword argument"},
      {"def f(a, (b, c)): pass", "1:10 SyntaxError: Function parameters cannot be parenthesized"},
      {"def f(*a, /): pass", "1:11 SyntaxError: / must be ahead of *"},
      {"def f(*a, *b): pass", "1:11 SyntaxError: * argument may appear only once"},
      {"def f(*a=1): pass", "1:9 SyntaxError: var-positional argument cannot have default value"},
      {"def f(a=): pass", "1:8 SyntaxError: expected default value expression"},
      {"lambda a=1, b: 1", "1:13 SyntaxError: non-default argument follows default argument"},
      {"lambda (x): 1", "1:8 SyntaxError: Lambda expression parameters cannot be parenthesized"},
      {"lambda x=1, *: 1", "1:13 SyntaxError: named arguments must follow bare *"},
      {"def f(a, /, b, /): pass", "1:16 SyntaxError: / may appear only once"},
      {"def f(a, *, /): pass", "1:13 SyntaxError: / must be ahead of *"},
      {"def f(*, a, *, b): pass", "1:13 SyntaxError: * argument may appear only once"},
      {"def f(*, **a): pass", "1:7 SyntaxError: named arguments must follow bare *"},
      {"def f(*,): pass", "1:7 SyntaxError: named arguments must follow bare *"},
      {"def f(a=1, /, b): pass", "1:15 SyntaxError: non-default argument follows default argument"},
      {"def f(**a, *b): pass", "1:12 SyntaxError: arguments cannot follow var-keyword argument"},
      {"def f(**a, /): pass", "1:12 SyntaxError: arguments cannot follow var-keyword argument"},
      {"def f(**a=1): pass", "1:10 SyntaxError: var-keyword argument cannot have default value"},
      {"def f((a)): pass", "1:7 SyntaxError: Function parameters cannot be parenthesized"},
      {"def f((a, b)): pass", "1:7 SyntaxError: Function parameters cannot be parenthesized"},
      {"lambda *: 1", "1:8 SyntaxError: named arguments must follow bare *"},
      {"lambda **a, b: 1", "1:13 SyntaxError: arguments cannot follow var-keyword argument"},
      {"lambda a, a: 1", "1:11 SyntaxError: duplicate argument 'a' in function definition"},
      {"lambda *a=1: 1", "1:10 SyntaxError: var-positional argument cannot have default value"},
      {"lambda **a=1: 1", "1:11 SyntaxError: var-keyword argument cannot have default value"},
  });
}

TEST(SyntaxErrors, Calls) {
  CheckTexts({
      {"f(**a, *b)", "1:8 SyntaxError: iterable argument unpacking follows keyword argument unpacking"},
      {"f(a=1, 2)", "1:8 SyntaxError: positional argument follows keyword argument"},
      {"f(x for x in y, 1)", "1:3 SyntaxError: Generator expression must be parenthesized"},
      {"f(a, a=1, a=2)", "1:11 SyntaxError: keyword argument repeated: a"},
      {"f(a for a in b, c for c in d)", "1:3 SyntaxError: Generator expression must be parenthesized"},
      {"f(c, a for a in b)", "1:6 SyntaxError: Generator expression must be parenthesized"},
      {"class A(c=1, b): pass", "1:14 SyntaxError: positional argument follows keyword argument"},
      {"class A(b for b in c, d): pass", "1:9 SyntaxError: Generator expression must be parenthesized"},
      {"foo(a, b for b in range(5), c)", "1:8 SyntaxError: Generator expression must be parenthesized"},
      {"f(**a, b)", "1:8 SyntaxError: positional argument follows keyword argument unpacking"},
      {"f(a=1, a=1)", "1:8 SyntaxError: keyword argument repeated: a"},
  });
}

TEST(SyntaxErrors, Statements) {
  CheckTexts({
      {"return 1", "1:1 SyntaxError: 'return' outside function"},
      {"try: pass\nx", "2:1 SyntaxError: expected 'except' or 'finally' block"},
      {"break", "1:1 SyntaxError: 'break' outside loop"},
      {"continue", "1:1 SyntaxError: 'continue' not properly in loop"},
      {"class A:\n  return 1", "2:3 SyntaxError: 'return' outside function"},
      {"yield 1", "1:1 SyntaxError: 'yield' outside function"},
      {"await x", "1:1 SyntaxError: 'await' outside function"},
      {"def f(): await x", "1:10 SyntaxError: 'await' outside async function"},
      {"[await x for x in y]", "1:1 SyntaxError: asynchronous comprehension outside of an asynchronous function"},
      {"try: pass\nexcept A, B: pass", "2:8 SyntaxError: multiple exception types must be parenthesized"},
      {"try: pass\nexcept* A: pass\nexcept B: pass",
       "3:1 SyntaxError: cannot have both 'except' and 'except*' on the same 'try'"},
      {"try: pass\nexcept*: pass", "2:8 SyntaxError: expected one or more exception types"},
      {"with (yield): pass", "1:7 SyntaxError: 'yield' outside function"},
      {"from __future__ import foo", "1:1 SyntaxError: future feature foo is not defined"},
      {"from __future__ import braces", "1:1 SyntaxError: not a chance"},
      {"x\nfrom __future__ import annotations",
       "2:1 SyntaxError: from __future__ imports must occur at the beginning of the file"},
      {"def f():\n from a import *", "2:2 SyntaxError: import * only allowed at module level"},
      {"class A: yield", "1:10 SyntaxError: 'yield' outside function"},
      {"def f(): [x async for x in y]",
       "1:10 SyntaxError: asynchronous comprehension outside of an asynchronous function"},
      {"async with a: pass", "1:1 SyntaxError: 'async with' outside async function"},
      {"def f():\n async with a: pass", "2:2 SyntaxError: 'async with' outside async function"},
      {"def f():\n async for a in b: pass", "2:2 SyntaxError: 'async for' outside async function"},
      {"while 1:\n def f(): break", "2:11 SyntaxError: 'break' outside loop"},
      {"for x in y: pass\nelse: break", "2:7 SyntaxError: 'break' outside loop"},
      {"while 1:\n class A: continue", "2:11 SyntaxError: 'continue' not properly in loop"},
      {"try: pass\nexcept* A: break",
       "2:12 SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block"},
      {"while 1:\n try: pass\n except* A: break",
       "3:13 SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block"},
      {"def f():\n try: pass\n except* A: return",
       "3:13 SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block"},
      {"try: pass\nfinally: continue", "2:10 SyntaxError: 'continue' not properly in loop"},
      {"try: pass\nexcept A, B as c: pass", "2:8 SyntaxError: multiple exception types must be parenthesized"},
      {"match (yield):\n case 1: pass", "1:8 SyntaxError: 'yield' outside function"},
      {"async for x in y: pass", "1:1 SyntaxError: 'async for' outside async function"},
      {"async with x: pass", "1:1 SyntaxError: 'async with' outside async function"},
      {"x = await y", "1:5 SyntaxError: 'await' outside function"},
      {"print(await x)", "1:7 SyntaxError: 'await' outside function"},
      {"return *a, b", "1:1 SyntaxError: 'return' outside function"},
  });
}

TEST(SyntaxErrors, Displays) {
  CheckTexts({
      {"f(a b)", "1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma?"},
      {"from x import a,", "1:17 SyntaxError: trailing comma not allowed without surrounding parentheses"},
      {"{a: 1, b}", "1:8 SyntaxError: ':' expected after dictionary key"},
      {"{a: 1, b:}", "1:9 SyntaxError: expression expected after dictionary key and ':'"},
      {"[x, y for x in y]", "1:2 SyntaxError: did you forget parentheses around the comprehension target?"},
      {"[*x for x in y]", "1:2 SyntaxError: iterable unpacking cannot be used in comprehension"},
      {"{**x for x in y}", "1:2 SyntaxError: dict unpacking cannot be used in dict comprehension"},
      {"f(a if b)", "1:3 SyntaxError: expected 'else' after 'if' expression"},
      {"print(*a b)", "1:8 SyntaxError: invalid syntax. Perhaps you forgot a comma?"},
      {"x if y", "1:1 SyntaxError: expected 'else' after 'if' expression"},
      {"[x if y]", "1:2 SyntaxError: expected 'else' after 'if' expression"},
      {"{1: 2, 3}", "1:8 SyntaxError: ':' expected after dictionary key"},
      {"a = 1 if b", "1:5 SyntaxError: expected 'else' after 'if' expression"},
      {"a = (1 if b)", "1:6 SyntaxError: expected 'else' after 'if' expression"},
      {"[a, b c]", "1:5 SyntaxError: invalid syntax. Perhaps you forgot a comma?"},
      {"{a b}", "1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma?"},
      {"{a: b c}", "1:5 SyntaxError: invalid syntax. Perhaps you forgot a comma?"},
      {"{a: b, c d}", "1:8 SyntaxError: ':' expected after dictionary key"},
      {"{\n'a': 1,\n'b' 2}", "3:1 SyntaxError: ':' expected after dictionary key"},
      {"from a import b,", "1:17 SyntaxError: trailing comma not allowed without surrounding parentheses"},
  });
}

TEST(SyntaxErrors, Plain) {
  CheckTexts({
      {"if x = 3: pass", "1:4 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"if x == 3 = 4: pass", "1:11 SyntaxError: invalid syntax"},
      {"def f\n pass", "1:6 SyntaxError: expected '('"},
      {"def f(:\n pass", "1:7 SyntaxError: invalid syntax"},
      {"import", "1:7 SyntaxError: invalid syntax"},
      {"from x import", "1:14 SyntaxError: invalid syntax"},
      {"lambda x", "1:9 SyntaxError: invalid syntax"},
      {"a: int: 3", "1:7 SyntaxError: invalid syntax"},
      {"x y", "1:3 SyntaxError: invalid syntax"},
      {"x = 1 2", "1:7 SyntaxError: invalid syntax"},
      {"print 'x'", "1:1 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"},
      {"exec 'x'", "1:1 SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?"},
      {"a$", "1:2 SyntaxError: invalid syntax"},
      {"a?", "1:2 SyntaxError: invalid syntax"},
      {"except: pass", "1:1 SyntaxError: invalid syntax"},
      {"else: pass", "1:1 SyntaxError: invalid syntax"},
      {"a++", "1:4 SyntaxError: invalid syntax"},
      {"a = ", "1:5 SyntaxError: invalid syntax"},
      {"a = = b", "1:5 SyntaxError: invalid syntax"},
      {"@", "1:2 SyntaxError: invalid syntax"},
      {"async x", "1:7 SyntaxError: invalid syntax"},
      {"async def f(): yield from x", "1:16 SyntaxError: 'yield from' inside async function"},
      {"def f(/): pass", "1:7 SyntaxError: invalid syntax"},
      {"f(*)", "1:4 SyntaxError: invalid syntax"},
      {"global x, y z", "1:13 SyntaxError: invalid syntax"},
      {"import a.b as c.d", "1:16 SyntaxError: invalid syntax"},
      {"import a as b.c", "1:14 SyntaxError: invalid syntax"},
      {"from . import *, a", "1:16 SyntaxError: invalid syntax"},
      {"from .a import b c", "1:18 SyntaxError: invalid syntax"},
      {"except A, B: pass", "1:1 SyntaxError: invalid syntax"},
      {"a := 1", "1:3 SyntaxError: invalid syntax"},
      {"(a := 1, b = 2)", "1:10 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"f(a.b := 1)", "1:7 SyntaxError: invalid syntax"},
      {"x = (y = 1)", "1:6 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"a = 1 += 2", "1:7 SyntaxError: invalid syntax"},
      {"raise a from", "1:13 SyntaxError: invalid syntax"},
      {"raise from b", "1:7 SyntaxError: invalid syntax"},
      {"f(), a = 1", "1:6 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"None, a = 1", "1:7 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"async def f():\n yield 1\n return 2", "3:2 SyntaxError: 'return' with value in async generator"},
      {"def f.g(): pass", "1:6 SyntaxError: expected '('"},
      {"f(print x)", "1:3 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"},
      {"print x, y", "1:1 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"},
      {"exec x in y", "1:1 SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?"},
      {"f(x, print y)", "1:6 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"},
      {"a = print b", "1:5 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"},
      {"x[a=1]", "1:3 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {"assert (x = 1)", "1:9 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
      {R"(a\)", "1:2 SyntaxError: unexpected EOF while parsing"},
  });
}

TEST(SyntaxErrors, Depth) {
  const std::string many(201, '(');
  EXPECT_EQ(DumpText(many), "1:201 SyntaxError: too many nested parentheses");
  const auto nested = [](size_t depth) { return std::string(depth, '-') + "1"; };
  EXPECT_EQ(DumpText(nested(2000)), "1:1000 RecursionError: maximum recursion depth exceeded during compilation");
  std::string sum = "a";
  for (int i = 0; i < 3000; ++i) sum += "+a";
  EXPECT_EQ(DumpText(sum), "1:1 RecursionError: maximum recursion depth exceeded during compilation");
  std::string blocks;
  for (size_t i = 0; i < 101; ++i) blocks += std::string(i, ' ') + "if x:\n";
  EXPECT_EQ(DumpText(blocks), "101:101 IndentationError: too many levels of indentation");
}

TEST(SyntaxErrors, TellThePlace) {
  try {
    ParseText("import a\n\nx = f(1, 2 3)\n");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kScript);
    EXPECT_EQ(error.Render(),
              "invalid syntax. Perhaps you forgot a comma?\n"
              "  at test.py:3:10\n"
              "    x = f(1, 2 3)\n"
              "             ^~~");
  }
}

}  // namespace
}  // namespace limbeck::python
