from enum import Enum
A = Enum("A", "X Y")
print(list(A), A.X.value)  # expect: [<A.X: 1>, <A.Y: 2>] 1
B = Enum("B", {"P": "p", "Q": "q"})
print(B.P.value)  # expect: p
