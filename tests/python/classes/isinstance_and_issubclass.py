class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, (int, A)), isinstance(1, (str, int)))
# expect: True False True True
print(isinstance(True, int), issubclass(bool, int), isinstance(A, type), isinstance(1, int | str))
# expect: True True True True
try:
    isinstance(1, 1)
except TypeError as e:
    print(e)
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
try:
    issubclass(1, int)
except TypeError as e:
    print(e)
# expect: issubclass() arg 1 must be a class
