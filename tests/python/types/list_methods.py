a = [3, 1, 2]
a.append(5)
a.extend("xy")
a.insert(0, "first")
a.insert(-1, "mid")
a.insert(99, "end")
print(a, len(a), a.index(1), a.count(5), a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x")
a.reverse()
print(a, a[::-1], a[1:], a[-2:], a[::2], a[5:], a.copy() == a, a.copy() is a)
a[1:3] = ["new"] * 3
a[::2] = [0, 0, 0]
del a[0]
print(a, a + [1], a * 2, 2 * [1], [1] * 0, 1 in [1], [1, 2] < [1, 3], [1] < [1, 0], [] == [], [1, [2]] == [1, [2]])
del a[::2]
a += (7, 8)
a *= 2
print(a, list("abc"), list(range(3)), list({"k": 1}), list((1, 2)), [*a, *"z"], list(map(str, [1, 2])))
a.clear()
print(a, bool(a), a == [], [[]] * 2, [None] * 3)
nested = [1]
nested.append(nested)
print(nested, [1, 2, 3].index(3, 1), [1, 2, 1].index(1, 1, 3), [1.0, True, 1].count(1))
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
pairs = [(1, "b"), (0, "x"), (1, "a"), (0, "y")]
pairs.sort(key=lambda pair: pair[0])
print(pairs, sorted(pairs, key=lambda pair: pair[0], reverse=True), sorted([3, 1.5, True, 2]), [].sort())
for work in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][5], lambda: [1]["a"], lambda: [1] + (2,),
             lambda: sorted([1, "a"]), lambda: [1] * "a", lambda: [].insert(1), lambda: hash([]), lambda: [1] < 1, lambda: list(1), lambda: [1].sort(1),
             lambda: [1].extend(1), lambda: sorted([1], key=5), lambda: [].append(), lambda: list(1, 2), lambda: [1].nope):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
try:
    x = [1, 2, 3]
    x[::2] = [1]
except ValueError as error:
    print(error)
try:
    x[9] = 1
except IndexError as error:
    print(error)
try:
    x[0:1] = 5
except TypeError as error:
    print(error)

# expect: [3, 1, 2, 5, 'x', 'y'] 9 2 1 end first mid [3, 1, 2, 5, 'x', 'y']
# expect: ['y', 5, 2, 1, 3] [3, 1, 2, 5, 'y'] [5, 2, 1, 3] [1, 3] ['y', 2, 3] [] True False
# expect: ['new', 0, 'new', 0, 3] ['new', 0, 'new', 0, 3, 1] ['new', 0, 'new', 0, 3, 'new', 0, 'new', 0, 3] [1, 1] [] True True True True True
# expect: [0, 0, 7, 8, 0, 0, 7, 8] ['a', 'b', 'c'] [0, 1, 2] ['k'] [1, 2] [0, 0, 7, 8, 0, 0, 7, 8, 'z'] ['1', '2']
# expect: [] False True [[], []] [None, None, None]
# expect: [1, [...]] 2 2 3
# expect: ['Apple', 'apple', 'banana', 'cherry'] ['Apple', 'apple', 'banana', 'cherry'] ['banana', 'cherry', 'Apple', 'apple'] ['cherry', 'banana', 'apple', 'Apple']
# expect: [(0, 'x'), (0, 'y'), (1, 'b'), (1, 'a')] [(1, 'b'), (1, 'a'), (0, 'x'), (0, 'y')] [True, 1.5, 2, 3] None
# expect: IndexError pop from empty list
# expect: IndexError pop index out of range
# expect: ValueError list.remove(x): x not in list
# expect: ValueError 2 is not in list
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError insert expected 2 arguments, got 1
# expect: TypeError unhashable type: 'list'
# expect: TypeError '<' not supported between instances of 'list' and 'int'
# expect: TypeError 'int' object is not iterable
# expect: TypeError sort() takes no positional arguments
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not callable
# expect: TypeError list.append() takes exactly one argument (0 given)
# expect: TypeError list expected at most 1 argument, got 2
# expect: AttributeError 'list' object has no attribute 'nope'
# expect: attempt to assign sequence of size 1 to extended slice of size 2
# expect: list assignment index out of range
# expect: can only assign an iterable
