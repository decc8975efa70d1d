x = "kept"
print([x for x in range(3)], x)  # expect: [0, 1, 2] kept
