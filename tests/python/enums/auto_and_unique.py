from enum import Enum, auto, unique
@unique
class A(Enum):
    X = auto()
    Y = auto()
print([(e.name, e.value) for e in A])  # expect: [('X', 1), ('Y', 2)]
try:
    @unique
    class B(Enum):
        P = 1
        Q = 1
except ValueError as e:
    print(e)
# expect: duplicate values found in <enum 'B'>: Q -> P
class C(Enum):
    P = 1
    Q = 1
print(C.Q, list(C), C.__members__)  # expect: C.P [<C.P: 1>] {'P': <C.P: 1>, 'Q': <C.P: 1>}
