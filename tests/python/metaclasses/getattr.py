class M(type):
    def __getattr__(cls, name): return "meta " + name
class A(metaclass=M):
    x = 1
print(A.x, A.y)  # expect: 1 meta y
try:
    A().y
except AttributeError as e:
    print(e)
# expect: 'A' object has no attribute 'y'
