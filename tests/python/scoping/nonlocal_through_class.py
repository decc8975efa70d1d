def f():
    n = 1
    class A:
        nonlocal n
        n = 2
        def get(self):
            return n
    return n, A().get(), hasattr(A, "n")
print(f())  # expect: (2, 2, False)
