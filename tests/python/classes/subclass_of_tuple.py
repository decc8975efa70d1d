class P(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
p = P(1, 2)
x, y = p
print(p, p.x, x, y, len(p), p == (1, 2), hash(p) == hash((1, 2)))  # expect: (1, 2) 1 1 2 2 True True
