class Names(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("bind", k)
        super().__setitem__(k, v)
class M(type):
    @classmethod
    def __prepare__(m, name, bases): return Names()
    def __new__(m, name, bases, ns): return super().__new__(m, name, bases, dict(ns))
class A(metaclass=M):
    x = 1
    def f(self): pass
# expect: bind x
# expect: bind f
print(A.x)  # expect: 1
