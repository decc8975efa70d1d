class A:
    def __eq__(self, other): return self == other
    def __repr__(self): return repr(self)
    def __len__(self): return len(self)
    def __getattr__(self, name): return getattr(self, name + "x")
for f in (lambda: A() == A(), lambda: repr(A()), lambda: len(A()), lambda: A().a):
    try:
        f()
    except RecursionError as e:
        print(type(e).__name__)
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
