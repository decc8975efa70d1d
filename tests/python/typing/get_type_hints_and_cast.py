from typing import get_type_hints, cast, overload, final, Literal, Annotated, get_args, get_origin
class A:
    x: "int"
    y: str
print(get_type_hints(A), cast(int, "s"), get_args(Literal["a", "b"]), get_origin(list[int]), get_args(dict[str, int]))
# expect: {'x': <class 'int'>, 'y': <class 'str'>} s ('a', 'b') <class 'list'> (<class 'str'>, <class 'int'>)
