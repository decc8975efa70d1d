def loud(f):
    def w(self, *a): return f(self, *a).upper()
    return w
class A:
    @loud
    def m(self): return "quiet"
    @staticmethod
    @lambda f: f
    def s(): return "s"
    @classmethod
    @property
    def _p(cls): return 1
print(A().m(), A.s())  # expect: QUIET s
