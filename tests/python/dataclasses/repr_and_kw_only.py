from dataclasses import dataclass, field
@dataclass(kw_only=True, slots=False)
class A:
    x: int
    secret: str = field(default="s", repr=False, compare=False)
print(A(x=1), A(x=1, secret="a") == A(x=1, secret="b"))  # expect: A(x=1) True
try:
    A(1)
except TypeError as e:
    print(e)
# expect: A.__init__() takes 1 positional argument but 2 were given
