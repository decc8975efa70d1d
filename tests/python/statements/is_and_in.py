a = [1]
print(a is a, a is not [1], 1 in a, 2 not in a, "b" in "abc", None is None, "x" in {"x": 1})
# expect: True True True True True True True
