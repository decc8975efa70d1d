print(sum(x * x for x in range(4)), list(x for x in "ab"), any(x > 2 for x in [1, 3]))
# expect: 14 ['a', 'b'] True
g = (x for x in range(3))
print(next(g), list(g), type(g).__name__)  # expect: 0 [1, 2] generator
