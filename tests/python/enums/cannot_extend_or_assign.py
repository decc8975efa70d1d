from enum import Enum
class A(Enum):
    X = 1
try:
    class B(A): pass
except TypeError as e:
    print(e)
# expect: <enum 'B'> cannot extend <enum 'A'>
try:
    A.X = 2
except AttributeError as e:
    print(e)
# expect: cannot reassign member 'X'
