class A:
    def __init_subclass__(cls):
        cls.seen = sorted(k for k in vars(cls) if not k.startswith("_"))
class B(A):
    x = 1
    def y(self): pass
print(B.seen)  # expect: ['x', 'y']
