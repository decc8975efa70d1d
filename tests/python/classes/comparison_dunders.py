class A:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
a, b = A(1), A(2)
print(a < b, a > b, a == A(1), a != b, max(a, b).n, sorted([b, a])[0].n)
# expect: True False True True 2 1
try:
    a <= b
except TypeError as e:
    print(e)
# expect: '<=' not supported between instances of 'A' and 'A'
try:
    hash(a)
except TypeError as e:
    print(e)
# expect: unhashable type: 'A'
