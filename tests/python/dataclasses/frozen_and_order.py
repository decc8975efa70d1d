from dataclasses import dataclass
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = ""
print(V(1) < V(2), sorted([V(2), V(1, "z"), V(1, "a")]), hash(V(1)) == hash(V(1)), {V(1): 1}[V(1)])
# expect: True [V(a=1, b='a'), V(a=1, b='z'), V(a=2, b='')] True 1
try:
    V(1).a = 2
except Exception as e:
    print(type(e).__name__, e)
# expect: FrozenInstanceError cannot assign to field 'a'
