print({k: v for k, v in [("a", 1), ("b", 2)]}, sorted({x % 3 for x in range(7)}), {i: i for i in range(2)})
# expect: {'a': 1, 'b': 2} [0, 1, 2] {0: 0, 1: 1}
