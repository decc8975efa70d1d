class A:
    def __new__(cls, *a, **k):
        o = super().__new__(cls)
        o.made = cls.__name__
        return o
class B(A):
    def __init__(self, x): self.x = x
b = B(1)
print(b.made, b.x)  # expect: B 1
