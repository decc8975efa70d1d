class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + (o.n if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.n)
    def __mul__(self, o): return NotImplemented
    def __repr__(self): return f"V({self.n})"
print(V(1) + V(2), V(1) + 5, 5 + V(1), sum([V(1), V(2)]))  # expect: V(3) V(6) V(6) V(3)
try:
    V(1) * 2
except TypeError as e:
    print(e)
# expect: unsupported operand type(s) for *: 'V' and 'int'
