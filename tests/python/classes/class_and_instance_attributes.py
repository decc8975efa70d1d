class A:
    shared = []
    n = 0
a, b = A(), A()
a.shared.append(1)
a.n += 1
print(b.shared, a.n, b.n, A.n)  # expect: [1] 1 0 0
print(vars(a), "n" in vars(b))  # expect: {'n': 1} False
