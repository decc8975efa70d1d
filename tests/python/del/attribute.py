class A:
    pass
a = A()
a.x = 1
del a.x
print(hasattr(a, "x"))  # expect: False
try:
    del a.x
except AttributeError as e:
    print(e)
# expect: 'A' object has no attribute 'x'
