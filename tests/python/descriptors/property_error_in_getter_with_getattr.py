class A:
    @property
    def x(self): raise AttributeError("inside")
    def __getattr__(self, name): return "fallback " + name
print(A().x)  # expect: fallback x
