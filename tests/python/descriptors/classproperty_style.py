class classproperty:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner): return self.f(owner)
class A:
    @classproperty
    def name(cls): return cls.__name__.lower()
class Bee(A): pass
print(A.name, Bee().name)  # expect: a bee
