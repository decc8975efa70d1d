print((lambda: 1)(), (lambda x, *a, k=2, **kw: (x, a, k, kw))(1, 2, 3, k=4, z=5), (lambda x=1, /: x)())
# expect: 1 (1, (2, 3), 4, {'z': 5}) 1
