def make(name, bases, ns):
    return (name, bases, sorted(k for k in ns if not k.startswith("__")))
class A(int, metaclass=make):
    x = 1
print(A)  # expect: ('A', (<class 'int'>,), ['x'])
