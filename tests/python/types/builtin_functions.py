print(abs(-2), all([]), all([1, 0]), any([]), any([0, 2]), ascii("é"), bin(3), callable(len), callable(1), chr(97), divmod(7, 3))
print(list(enumerate("ab", 1)), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), format(3.14159, ".2f"), format("a", ">3"), format(5))
print(hash("a") == hash("a"), hex(17), isinstance(1, (str, int)), issubclass(bool, int), list(iter([1, 2])), len("abc"), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
print(max(3, 1, 2), max([1, 5], key=lambda x: -x), min("abc"), min([], default=None), max({"a": 1, "b": 2}), oct(9), ord("a"), pow(2, 3), repr("a"))
print(list(reversed([1, 2, 3])), round(2.5), sorted([3, 1, 2]), sum([1, 2, 3]), sum([[1], [2]], []), sum([1.5, 2], 1), list(zip([1, 2], "ab")), list(zip()), list(zip([1])))
items = iter([1, 2])
print(next(items), next(items), next(items, "end"), list(iter(iter([1, 0, 2]).__next__, 0)), sum(x for x in range(4)), list(zip(*[(1, 2), (3, 4)])))
print(type(map(str, [])).__name__, type(zip()).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__, isinstance(zip(), zip), type(iter([])).__name__, type(iter({})).__name__, type(iter("")).__name__)
print(print("x", "y", sep="-", end="!\n"), id(items) == id(items), id(None) != id(True), eval("1 + 2 * 3"), eval("[1, 'a', {2: None}]"), NotImplemented, ..., __debug__)
for work in (lambda: len(5), lambda: max([]), lambda: max(), lambda: next(iter([])), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sorted(5), lambda: abs(),
             lambda: iter(5), lambda: zip(5), lambda: map(str), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1, 2], strict=True)),
             lambda: divmod("a", 1), lambda: round("a"), lambda: hash([]), lambda: reversed({1}), lambda: enumerate(5), lambda: ord(1), lambda: next([]),
             lambda: isinstance(1, 5), lambda: len(), lambda: min(1, "a"), lambda: max(1, 2, default=3), lambda: pow("a", 2), lambda: format(1, 2), lambda: undefined):
    try:
        print(work())
    except BaseException as error:
        print(type(error).__name__, error)

# expect: 2 True False False True '\xe9' 0b11 True False a (2, 1)
# expect: [(1, 'a'), (2, 'b')] [1, 'a'] [2, 3] 3.14   a 5
# expect: True 0x11 True True [1, 2] 3 [4, 6]
# expect: 3 1 a None b 0o11 97 8 'a'
# expect: [3, 2, 1] 2 [1, 2, 3] 6 [1, 2] 4.5 [(1, 'a'), (2, 'b')] [] [(1,)]
# expect: 1 2 end [1] 6 [(1, 3), (2, 4)]
# expect: map zip filter enumerate list_reverseiterator True list_iterator dict_keyiterator str_ascii_iterator
# expect: x-y!
# expect: None True True 7 [1, 'a', {2: None}] NotImplemented Ellipsis True
# expect: TypeError object of type 'int' has no len()
# expect: ValueError max() arg is an empty sequence
# expect: TypeError max expected at least 1 argument, got 0
# expect: StopIteration 
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError 'int' object is not iterable
# expect: TypeError abs() takes exactly one argument (0 given)
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError map() must have at least two arguments.
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: TypeError type str doesn't define __round__ method
# expect: TypeError unhashable type: 'list'
# expect: TypeError 'set' object is not reversible
# expect: TypeError 'int' object is not iterable
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError 'list' object is not an iterator
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError len() takes exactly one argument (0 given)
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError Cannot specify a default for max() with multiple positional arguments
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError format() argument 2 must be str, not int
# expect: NameError name 'undefined' is not defined
