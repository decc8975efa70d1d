# needs 3.12
d = {"a": 1}
print(f"{d["a"]} {f"{f"{1}"}"}")  # expect: 1 1
