class A:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __index__(self): return 2
a = A()
print(-a, +a, ~a, abs(a), round(a), round(a, 2), int(a), float(a), "abcd"[a], hex(a))
# expect: neg pos inv abs ('round', None) ('round', 2) 3 2.5 c 0x2
