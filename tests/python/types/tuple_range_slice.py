t = (1, "a", None)
print(t, (), (1,), t[0], t[-1], t[1:], t + (2,), t * 2, len(t), t.count(1), t.index("a"), hash((1, 2)) == hash((1.0, 2.0)), (1, 2) < (1, 3), "a" in t)
print(tuple("ab"), tuple([1]), tuple(), tuple({"k": 1}), (1, 2) == (1, 2), (1, [2]), tuple(range(3)), sorted([(2, 1), (1, 5)]))
r = range(10)
print(r, range(1, 10, 3), list(range(5, 0, -2)), len(range(0, 10, 3)), r[3], r[-1], r[2:5], r[::-1], 5 in r, 10 in r, 2.0 in r, "a" in r)
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3)), r.index(4), r.count(4), r.start, r.stop, r.step, bool(range(0)), list(reversed(range(3))))
s = slice(1, None, 2)
print(s, s.start, s.stop, s.step, s.indices(10), slice(5), [0, 1, 2, 3][s], slice(1, 2) == slice(1, 2), slice(None, None, -1).indices(5))
for work in (lambda: t[9], lambda: t["a"], lambda: t + [1], lambda: t.index(99), lambda: range(1.5), lambda: range(1, 2, 0), lambda: r[20], lambda: r.index(99),
             lambda: hash(([],)), lambda: hash(slice(1)), lambda: (1, 2) < 3, lambda: range(), lambda: [1][::0], lambda: tuple(5), lambda: t.__setitem__, lambda: [1]["a":]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: (1, 'a', None) () (1,) 1 None ('a', None) (1, 'a', None, 2) (1, 'a', None, 1, 'a', None) 3 1 1 True True True
# expect: ('a', 'b') (1,) () ('k',) True (1, [2]) (0, 1, 2) [(1, 5), (2, 1)]
# expect: range(0, 10) range(1, 10, 3) [5, 3, 1] 4 3 9 range(2, 5) range(9, -1, -1) True False True False
# expect: True True True 4 1 0 10 1 False [2, 1, 0]
# expect: slice(1, None, 2) 1 None 2 (1, 10, 2) slice(None, 5, None) [1, 3] True (4, -1, -1)
# expect: IndexError tuple index out of range
# expect: TypeError tuple indices must be integers or slices, not str
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError range() arg 3 must not be zero
# expect: IndexError range object index out of range
# expect: ValueError 99 is not in range
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'slice'
# expect: TypeError '<' not supported between instances of 'tuple' and 'int'
# expect: TypeError range expected at least 1 argument, got 0
# expect: ValueError slice step cannot be zero
# expect: TypeError 'int' object is not iterable
# expect: AttributeError 'tuple' object has no attribute '__setitem__'
# expect: TypeError slice indices must be integers or None or have an __index__ method
