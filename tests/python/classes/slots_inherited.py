class A:
    __slots__ = ["x"]
class B(A):
    __slots__ = ["y"]
class C(A):
    pass
b = B()
b.x, b.y = 1, 2
c = C()
c.z = 3
print(b.x, b.y, c.z)  # expect: 1 2 3
try:
    b.z = 1
except AttributeError:
    print("refused")
# expect: refused
