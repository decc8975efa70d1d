class D:
    def __format__(self, spec): return "spec:" + spec
print(f"{D():%Y-%m-%d} {D()} {D():{'x' + 'y'}}")  # expect: spec:%Y-%m-%d spec: spec:xy
