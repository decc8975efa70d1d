n = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(n), 0)))  # expect: [1, 2, 3]
print(list(zip("ab", [1, 2, 3])), list(enumerate("ab", 1)), list(map(lambda a, b: a + b, [1], [2])), list(filter(None, [0, 1, ""])), list(reversed([1, 2])))
# expect: [('a', 1), ('b', 2)] [(1, 'a'), (2, 'b')] [3] [1] [2, 1]
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
# expect: zip() argument 2 is longer than argument 1
