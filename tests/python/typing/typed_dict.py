from typing import TypedDict
class T(TypedDict, total=False):
    a: int
    b: str
t: T = {"a": 1}
print(t, T(a=2), T.__annotations__, T.__total__)
# expect: {'a': 1} {'a': 2} {'a': <class 'int'>, 'b': <class 'str'>} False
