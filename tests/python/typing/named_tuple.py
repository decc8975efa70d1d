from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return f"{self.x}{self.y}"
p = P(1)
print(p, p.x, p[1], p.both(), p._replace(x=5), p._asdict(), P._fields, tuple(p) == (1, "d"))
# expect: P(x=1, y='d') 1 d 1d P(x=5, y='d') {'x': 1, 'y': 'd'} ('x', 'y') True
a, b = p
print(a, b, P._field_defaults)  # expect: 1 d {'y': 'd'}
Q = NamedTuple("Q", [("a", int), ("b", int)])
print(Q(1, b=2))  # expect: Q(a=1, b=2)
