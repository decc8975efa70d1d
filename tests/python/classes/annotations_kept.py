class A:
    x: int
    y: "str" = "d"
    z: list[int] = []
print(A.__annotations__, hasattr(A, "x"))  # expect: {'x': <class 'int'>, 'y': 'str', 'z': list[int]} False
