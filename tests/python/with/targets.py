class M:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *e): pass
class H: pass
h = H()
d = {}
with M() as (a, [b, c]), M() as h.x, M() as d["k"]:
    print(a, b, c, h.x, d)
# expect: 1 2 3 (1, [2, 3]) {'k': (1, [2, 3])}
