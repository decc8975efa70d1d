from __future__ import annotations
def f(x: Undefined) -> AlsoNot: pass
print(f.__annotations__)  # expect: {'x': 'Undefined', 'return': 'AlsoNot'}
class A:
    x: Whatever
print(A.__annotations__)  # expect: {'x': 'Whatever'}
