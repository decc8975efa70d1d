class A:
    @classmethod
    def make(cls, x):
        return cls.__name__, x
    @staticmethod
    def plain(x):
        return x
class B(A):
    pass
print(A.make(1), B.make(2), B().make(3), A.plain(4), A().plain(5))
# expect: ('A', 1) ('B', 2) ('B', 3) 4 5
