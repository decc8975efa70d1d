class I(int):
    def __new__(cls, v):
        return super().__new__(cls, v + 1)
    def __repr__(self):
        return "I(%d)" % self
i = I(4)
print(i, i + 1, repr(i), i == 5, [10, 20, 30, 40, 50, 60][i], type(i + 1).__name__)
# expect: I(5) 6 I(5) True 60 int
