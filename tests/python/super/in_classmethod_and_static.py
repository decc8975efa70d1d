class A:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def s(): return "static"
class B(A):
    @classmethod
    def make(cls): return "B+" + super().make()
    def t(self): return super().s()
print(B.make(), B().t())  # expect: B+B static
