class Base:
    known = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.known.append((cls.__name__, tag))
class A(Base, tag="a"): pass
class B(A): pass
print(Base.known)  # expect: [('A', 'a'), ('B', None)]
