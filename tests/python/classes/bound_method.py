class A:
    def m(self, x):
        return self, x
a = A()
m = a.m
print(m(1) == (a, 1), m.__self__ is a, m.__func__ is A.m, m == a.m, m is a.m)
# expect: True True True True False
print(m.__name__, hash(m) == hash(a.m))  # expect: m True
