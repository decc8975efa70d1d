class A:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"
print(A[1], A["x", 2])  # expect: A[1] A[('x', 2)]
class B(A): pass
print(B[0])  # expect: B[0]
