from enum import Flag, IntFlag, auto
class P(Flag):
    R = auto()
    W = auto()
print(P.R | P.W, (P.R | P.W).value, P.R in (P.R | P.W), P.R & P.W)  # expect: P.R|W 3 True P(0)
class Q(IntFlag):
    A = 1
    B = 2
print(int(Q.A | Q.B), Q.A | 4)  # expect: 3 5
