print([(x, y) for x in range(3) for y in range(x) if (x + y) % 2])  # expect: [(1, 0), (2, 1)]
print([[y for y in range(x)] for x in range(4)])  # expect: [[], [0], [0, 1], [0, 1, 2]]
