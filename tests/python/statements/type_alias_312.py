# needs 3.12
type Pair[T] = tuple[T, T]
def first[T](x: list[T]) -> T: return x[0]
class Box[T]:
    def __init__(self, v: T): self.v = v
print(first([5]), Box(3).v)  # expect: 5 3
