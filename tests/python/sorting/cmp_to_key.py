import functools
print(sorted([1, 10, 2], key=functools.cmp_to_key(lambda a, b: (str(a) > str(b)) - (str(a) < str(b)))))
# expect: [1, 10, 2]
