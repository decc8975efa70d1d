found = [last := x * 2 for x in range(4)]
print(found, last)  # expect: [0, 2, 4, 6] 6
