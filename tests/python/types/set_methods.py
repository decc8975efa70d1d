s = {3, 1, 2}
show = lambda value: (type(value).__name__, sorted(value, key=repr))
print(show(s | {4}), show(s & {1, 9}), show(s - {1}), show(s ^ {1, 5}), show(frozenset(s) | {4}), show({4} | frozenset(s)))
print(show(s.union([4], "a")), show(s.intersection([1, 2], [2])), show(s.difference([1], [2])), show(s.symmetric_difference([1, 7])))
print(s == {1, 2, 3}, s <= {1, 2, 3, 4}, s < s, s >= {1}, s > {1}, s.issubset([1, 2, 3]), s.issuperset([1]), s.isdisjoint([9]), s == frozenset(s), s != [1, 2, 3])
s.add(4)
s.discard(99)
s.remove(1)
s.update([10], {11})
s |= {12}
s &= {2, 3, 12, 10}
s -= {3}
s ^= {2, 5}
print(show(s), len(s), 5 in s, set(), frozenset(), {1}, frozenset([1]), show(s.copy()), bool(set()))
s.intersection_update([5, 10, 12])
s.difference_update([12])
s.symmetric_difference_update([1])
print(show(s), show(set("hello")), {frozenset([1]): "f"}[frozenset([1])], hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {1} in {frozenset([1])}, {1, True, 1.0})
one = {7}
print(one.pop(), one, set({"a": 1}), show({x % 3 for x in range(10)}))
for work in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} | [2], lambda: hash({1}), lambda: {1} < [2], lambda: set(1), lambda: frozenset([1]).add(2), lambda: {1} + {2}, lambda: set([1], [2])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: ('set', [1, 2, 3, 4]) ('set', [1]) ('set', [2, 3]) ('set', [2, 3, 5]) ('frozenset', [1, 2, 3, 4]) ('set', [1, 2, 3, 4])
# expect: ('set', ['a', 1, 2, 3, 4]) ('set', [2]) ('set', [3]) ('set', [2, 3, 7])
# expect: True True False True True True True True True True
# expect: ('set', [10, 12, 5]) 3 True set() frozenset() {1} frozenset({1}) ('set', [10, 12, 5]) False
# expect: ('set', [1, 10, 5]) ('set', ['e', 'h', 'l', 'o']) f True True {1}
# expect: 7 set() {'a'} ('set', [0, 1, 2])
# expect: KeyError 'pop from an empty set'
# expect: KeyError 2
# expect: TypeError unhashable type: 'list'
# expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: TypeError unhashable type: 'set'
# expect: TypeError '<' not supported between instances of 'set' and 'list'
# expect: TypeError 'int' object is not iterable
# expect: AttributeError 'frozenset' object has no attribute 'add'
# expect: TypeError unsupported operand type(s) for +: 'set' and 'set'
# expect: TypeError set expected at most 1 argument, got 2
