class A: pass
a = A()
print(a == a, a == A(), a != A(), a in [A(), a], [a].index(a))  # expect: True False True True 0
