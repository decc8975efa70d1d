class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
print([k.__name__ for k in E.__mro__])  # expect: ['E', 'C', 'A', 'D', 'B', 'O', 'object']
print(E.mro() == list(E.__mro__), E.__bases__ == (C, D), E.__base__ is C)  # expect: True True True
