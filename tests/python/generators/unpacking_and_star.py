def g():
    yield 1
    yield 2
    yield 3
a, *b = g()
print(a, b, [*g()], {*g()}, max(g()), sorted(g(), reverse=True), tuple(g()), dict(zip("abc", g())))
# expect: 1 [2, 3] [1, 2, 3] {1, 2, 3} 3 [3, 2, 1] (1, 2, 3) {'a': 1, 'b': 2, 'c': 3}
