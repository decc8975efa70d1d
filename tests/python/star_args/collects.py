def f(a, *args, k=1, **kw):
    return a, args, k, kw
print(f(1, 2, 3, k=4, z=5))  # expect: (1, (2, 3), 4, {'z': 5})
print(f(*[1, 2], *(3,), **{"k": 9}, **{"y": 0}))  # expect: (1, (2, 3), 9, {'y': 0})
