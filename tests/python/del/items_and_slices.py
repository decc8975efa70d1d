a = list(range(10))
del a[0], a[-1]
del a[::2]
print(a)  # expect: [2, 4, 6, 8]
d = {"a": 1, "b": 2}
del d["a"]
print(d)  # expect: {'b': 2}
