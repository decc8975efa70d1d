from dataclasses import dataclass, field, InitVar
from typing import ClassVar
@dataclass
class A:
    x: int
    k: ClassVar[int] = 7
    y: int = field(init=False)
    s: InitVar[int] = 1
    def __post_init__(self, s):
        self.y = self.x + s
@dataclass
class B(A):
    z: int = 3
print(A(1), B(2, 5), B(2, z=9).z, A.k)  # expect: A(x=1, y=2) B(x=2, y=7, z=3) 9 7
