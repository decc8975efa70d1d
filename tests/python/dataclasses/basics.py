from dataclasses import dataclass, field, asdict, astuple, replace, fields
@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list)
p = P(1)
p.tags.append("a")
print(p, P(1) == P(1), p == P(1), asdict(p), astuple(p), replace(p, x=5), [f.name for f in fields(P)])
# expect: P(x=1, y=2, tags=['a']) True False {'x': 1, 'y': 2, 'tags': ['a']} (1, 2, ['a']) P(x=5, y=2, tags=['a']) ['x', 'y', 'tags']
try:
    P()
except TypeError as e:
    print(e)
# expect: P.__init__() missing 1 required positional argument: 'x'
