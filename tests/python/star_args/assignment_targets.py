a, *b, c = range(5)
print(a, b, c)  # expect: 0 [1, 2, 3] 4
*a, b = "xyz"
print(a, b)  # expect: ['x', 'y'] z
(a, *b), c = [1, 2, 3], 4
print(a, b, c)  # expect: 1 [2, 3] 4
for x, *rest in [(1, 2, 3), (4,)]:
    print(x, rest)
# expect: 1 [2, 3]
# expect: 4 []
