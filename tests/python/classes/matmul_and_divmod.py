class A:
    def __matmul__(self, o): return "mat"
    def __divmod__(self, o): return (1, 2)
    def __pow__(self, o, m=None): return ("pow", m)
    def __floordiv__(self, o): return "floor"
    def __truediv__(self, o): return "true"
    def __mod__(self, o): return "mod"
    def __lshift__(self, o): return "<<"
    def __rshift__(self, o): return ">>"
    def __and__(self, o): return "&"
    def __xor__(self, o): return "^"
a = A()
print(a @ 1, divmod(a, 1), a ** 2, pow(a, 2, 3), a // 1, a / 1, a % 1, a << 1, a >> 1, a & 1, a ^ 1)
# expect: mat (1, 2) ('pow', None) ('pow', 3) floor true mod << >> & ^
