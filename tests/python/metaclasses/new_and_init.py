class M(type):
    def __new__(m, name, bases, ns, **kw):
        ns["added"] = kw.get("extra")
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.init = name
class A(metaclass=M, extra=5): pass
print(A.added, A.init, type(A) is M)  # expect: 5 A True
class B(A): pass
print(B.init, type(B).__name__)  # expect: B M
