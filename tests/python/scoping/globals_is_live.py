globals()["fresh"] = 7
print(fresh)  # expect: 7
x = 3
print(globals()["x"])  # expect: 3
