class D:
    def __delete__(self, obj): print("gone")
class A:
    d = D()
del A().d  # expect: gone
try:
    A().d = 1
except AttributeError as e:
    print(e)
# expect: __set__
