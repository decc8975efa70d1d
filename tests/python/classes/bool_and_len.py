class A:
    def __len__(self): return 0
class B:
    def __bool__(self): return False
    def __len__(self): return 5
print(bool(A()), bool(B()), bool(object()), not A())  # expect: False False True True
class C:
    def __bool__(self): return 1
try:
    bool(C())
except TypeError as e:
    print(e)
# expect: __bool__ should return bool, returned int
