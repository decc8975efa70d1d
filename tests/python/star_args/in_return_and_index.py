def f():
    rest = [2, 3]
    return 1, *rest
print(f())  # expect: (1, 2, 3)
class A:
    def __getitem__(self, key):
        return key
print(A()[1, *f()])  # expect: (1, 1, 2, 3)
