class M(type):
    def __new__(m, n, b, d):
        d["from_meta"] = True
        return type.__new__(m, n, b, d)
Base = M("Base", (object,), {})
class A(Base): pass
print(A.from_meta, type(A).__name__)  # expect: True M
