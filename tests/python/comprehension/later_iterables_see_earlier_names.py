print([c for w in ["ab", "c"] for c in w], [z for x in [[1, 2]] for z in x if z > 1])
# expect: ['a', 'b', 'c'] [2]
