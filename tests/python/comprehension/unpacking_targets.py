print([a + b for a, b in [(1, 2), (3, 4)]], [x for (x, *_), y in [((1, 2, 3), 4)]])  # expect: [3, 7] [1]
