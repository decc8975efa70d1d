def f(x):
    match x:
        case {"type": "a", "v": v}:
            return v
        case {"type": t, **rest}:
            return t, rest
        case {}:
            return "mapping"
print(f({"type": "a", "v": 1, "z": 2}), f({"type": "b", "x": 1}), f({}), f(1))
# expect: 1 ('b', {'x': 1}) mapping None
