people = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
# expect: [('a', 2), ('b', 2), ('c', 1)] [('c', 1), ('b', 2), ('a', 2)] [('b', 2), ('a', 2), ('c', 1)]
people.sort(key=lambda p: (-p[1], p[0]))
print(people)  # expect: [('a', 2), ('b', 2), ('c', 1)]
