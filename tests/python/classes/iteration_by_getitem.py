class A:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
print(list(A()), 4 in A(), 5 in A())  # expect: [0, 1, 4, 9] True False
a, b, c, d = A()
print(a, b, c, d)  # expect: 0 1 4 9
