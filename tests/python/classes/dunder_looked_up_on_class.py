class A:
    pass
a = A()
a.__len__ = lambda: 5
try:
    len(a)
except TypeError as e:
    print(e)
# expect: object of type 'A' has no len()
