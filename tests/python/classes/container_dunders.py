class A:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
a = A()
a["x"], a["y"] = 1, 2
del a["x"]
a["y"] += 5
print(a["y"], "x" in a, len(a), list(a))  # expect: 7 False 1 ['y']
