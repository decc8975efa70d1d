class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, by=1): return self.n + x * by
a = Adder(10)
print(a(1), a(2, by=3), callable(a), callable(1))  # expect: 11 16 True False
