class A:
    __slots__ = ("x", "y")
a = A()
a.x = 1
print(a.x, hasattr(a, "y"), hasattr(a, "__dict__"))  # expect: 1 False False
try:
    a.z = 1
except AttributeError as e:
    print(e)
# expect: 'A' object has no attribute 'z'
