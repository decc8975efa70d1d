class A:
    def get(self): return "got"
    def put(self, v): print("put", v)
    x = property(get, put, doc="d")
    y = property(lambda self: "y")
a = A()
a.x = 3  # expect: put 3
print(a.x, a.y, A.x.__doc__, A.x.fget is A.get)  # expect: got y d True
