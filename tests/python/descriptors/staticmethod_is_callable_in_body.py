class A:
    @staticmethod
    def f(x): return x + 1
    y = f(1)
print(A.y)  # expect: 2
