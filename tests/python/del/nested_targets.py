a, b, c = 1, 2, [3, 4]
del (a, [b], c[0])
print(c, "a" in globals(), "b" in globals())  # expect: [4] False False
