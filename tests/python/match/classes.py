class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(p):
    match p:
        case P(0, 0):
            return "origin"
        case P(x=0, y=y):
            return f"on y {y}"
        case P(x, y) if x == y:
            return f"diagonal {x}"
        case P():
            return "point"
        case int(n):
            return f"int {n}"
        case str() as s:
            return "str " + s
print([f(p) for p in (P(0, 0), P(0, 2), P(3, 3), P(1, 2), 5, "x", 1.5)])
# expect: ['origin', 'on y 2', 'diagonal 3', 'point', 'int 5', 'str x', None]
