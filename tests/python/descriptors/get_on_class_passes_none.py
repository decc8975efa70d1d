class D:
    def __get__(self, obj, owner): return (obj, owner.__name__)
class A:
    d = D()
print(A.d, A().d[1], A().d[0] is None)  # expect: (None, 'A') A False
