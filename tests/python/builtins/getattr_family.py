class A: x = 1
a = A()
setattr(a, "y", 2)
print(getattr(a, "x"), getattr(a, "z", "d"), hasattr(a, "y"), hasattr(a, "q"))  # expect: 1 d True False
delattr(a, "y")
print(hasattr(a, "y"), callable(len), vars(a), type(a) is A, id(a) == id(a))
# expect: False True {} True True
try:
    getattr(a, "nope")
except AttributeError as e:
    print(e)
# expect: 'A' object has no attribute 'nope'
