class M(type):
    kind = "meta"
    def describe(cls): return "class " + cls.__name__
    @property
    def upper(cls): return cls.__name__.upper()
    def __len__(cls): return 7
    def __iter__(cls): return iter("abc")
    def __getitem__(cls, k): return k
    def __contains__(cls, k): return k == 1
    def __repr__(cls): return "<" + cls.__name__ + ">"
class A(metaclass=M): pass
print(A.describe(), A.upper, A.kind, len(A), list(A), A[3], 1 in A, A)
# expect: class A A meta 7 ['a', 'b', 'c'] 3 True <A>
print(hasattr(A(), "kind"))  # expect: False
