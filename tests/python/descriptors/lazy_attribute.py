class lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value
class A:
    calls = 0
    @lazy
    def v(self):
        A.calls += 1
        return 42
a = A()
print(a.v, a.v, A.calls)  # expect: 42 42 1
