class Alias:
    def __mro_entries__(self, bases): return (Real,)
class Real:
    v = "real"
class A(Alias()): pass
print(A.v, A.__bases__ == (Real,), type(A.__orig_bases__[0]).__name__)  # expect: real True Alias
