from typing import Generic, TypeVar, Optional, List, Dict, Union, Any, Callable, ClassVar
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
class IntBox(Box[int]): pass
print(Box[int](3).get(), IntBox(4).get(), T.__name__)  # expect: 3 4 T
print(Optional[int], List[int], Dict[str, Any], Union[int, str], Callable[[int], str])
# expect: typing.Optional[int] typing.List[int] typing.Dict[str, typing.Any] typing.Union[int, str] typing.Callable[[int], str]
