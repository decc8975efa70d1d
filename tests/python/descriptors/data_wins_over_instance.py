class Data:
    def __get__(self, obj, owner): return "data"
    def __set__(self, obj, v): obj.__dict__["d"] = v
class NonData:
    def __get__(self, obj, owner): return "non-data"
class A:
    d = Data()
    n = NonData()
a = A()
a.d = 1
a.n = 2
print(a.d, a.n, A.d, A().n, vars(a))  # expect: data 2 data non-data {'d': 1, 'n': 2}
