try:
    sorted([1, None])
except TypeError as e:
    print(e)
# expect: '<' not supported between instances of 'NoneType' and 'int'
print(sorted([3, 1.5, True]), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5]]), max([1, 5, 3], key=lambda x: -x))
# expect: [True, 1.5, 3] ['a', 'b', 'c'] ['a', 'b'] [[1, 5], [2]] 1
