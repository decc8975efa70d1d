class A:
    pass
class B(A):
    pass
b = B()
A.m = lambda self: "added"
print(b.m())  # expect: added
A.m = lambda self: "changed"
print(b.m())  # expect: changed
B.m = lambda self: "own"
print(b.m())  # expect: own
del B.m
print(b.m())  # expect: changed
