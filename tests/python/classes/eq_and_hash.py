class K:
    def __init__(self, k): self.k = k
    def __eq__(self, o): return self.k == o.k
    def __hash__(self): return hash(self.k)
d = {K(1): "a"}
d[K(1)] = "b"
print(len(d), d[K(1)], K(2) in d, len({K(1), K(1), K(2)}))  # expect: 1 b False 2
