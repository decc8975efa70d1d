print(list[int], dict[str, list[int]], int | None, tuple[int, ...], type[int])
# expect: list[int] dict[str, list[int]] int | None tuple[int, ...] type[int]
def f(x: list[int] | None = None) -> dict[str, int]: return {}
print(f.__annotations__)  # expect: {'x': list[int] | None, 'return': dict[str, int]}
