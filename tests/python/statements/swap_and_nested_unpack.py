a, b = 1, 2
a, b = b, a
(x, (y, z)), w = (1, (2, 3)), 4
print(a, b, x, y, z, w)  # expect: 2 1 1 2 3 4
i = 0
l = [0, 0]
i, l[i] = 1, 5
print(i, l)  # expect: 1 [0, 5]
