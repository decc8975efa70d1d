class A:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
    def __m(self): return "m"
    def call(self): return self.__m()
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2
b = B()
print(b.get(), b.call(), sorted(vars(b)))  # expect: 1 m ['_A__x', '_B__x']
