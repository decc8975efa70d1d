def f(self): return self
class A: pass
m = f.__get__(5, int)
print(m(), type(m).__name__)  # expect: 5 method
A.g = f
a = A()
print(a.g() is a)  # expect: True
