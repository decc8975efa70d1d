from enum import Enum
class A(Enum):
    X = 1
    Y = 2
d = {A.X: "x"}
print(d[A.X], A.Y in d, {A.X, A.Y} == set(A))  # expect: x False True
