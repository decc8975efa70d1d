match {"a": [1, {"b": (2, 3)}]}:
    case {"a": [x, {"b": (y, z)}]}:
        print(x, y, z)
# expect: 1 2 3
