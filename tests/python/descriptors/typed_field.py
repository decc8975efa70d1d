class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, o, t=None): return getattr(o, self.name)
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f"{self.name} wants {self.kind.__name__}")
        setattr(o, self.name, v)
class P:
    x = Typed(int)
p = P()
p.x = 3
print(p.x)  # expect: 3
try:
    p.x = "a"
except TypeError as e:
    print(e)
# expect: _x wants int
