import io
import pprint
print(pprint.pformat({"b": [1, 2, 3], "a": {"x": (1,), "y": {2, 1}}}))
print(pprint.pformat(list(range(40))))
print(pprint.pformat({"name": "x" * 60, "other": ["y" * 30, "z" * 30], "number": 5, (1, 2): None}))
print(pprint.pformat([["a" * 20, "b" * 20], ["c" * 20, "d" * 20, "e" * 20]], width=40))
print(pprint.pformat({"k": {"deep": {"er": 1}}}, depth=2), pprint.pformat([], width=1), pprint.pformat("short"))
print(pprint.pformat(list(range(30)), compact=True, width=30))
print(pprint.pformat({"z": 1, "a": 2}, sort_dicts=False))
print(pprint.pformat({"text": "a long text that has many words in it so that it must be cut somewhere in the middle of it, at a blank"}))
out = io.StringIO()
pprint.pprint([1], stream=out)
print(repr(out.getvalue()))

# expect: {'a': {'x': (1,), 'y': {1, 2}}, 'b': [1, 2, 3]}
# expect: [0,
# expect:  1,
# expect:  2,
# expect:  3,
# expect:  4,
# expect:  5,
# expect:  6,
# expect:  7,
# expect:  8,
# expect:  9,
# expect:  10,
# expect:  11,
# expect:  12,
# expect:  13,
# expect:  14,
# expect:  15,
# expect:  16,
# expect:  17,
# expect:  18,
# expect:  19,
# expect:  20,
# expect:  21,
# expect:  22,
# expect:  23,
# expect:  24,
# expect:  25,
# expect:  26,
# expect:  27,
# expect:  28,
# expect:  29,
# expect:  30,
# expect:  31,
# expect:  32,
# expect:  33,
# expect:  34,
# expect:  35,
# expect:  36,
# expect:  37,
# expect:  38,
# expect:  39]
# expect: {'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# expect:  'number': 5,
# expect:  'other': ['yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'],
# expect:  (1, 2): None}
# expect: [['aaaaaaaaaaaaaaaaaaaa',
# expect:   'bbbbbbbbbbbbbbbbbbbb'],
# expect:  ['cccccccccccccccccccc',
# expect:   'dddddddddddddddddddd',
# expect:   'eeeeeeeeeeeeeeeeeeee']]
# expect: {'k': {'deep': {...}}} [] 'short'
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
# expect:  10, 11, 12, 13, 14, 15, 16,
# expect:  17, 18, 19, 20, 21, 22, 23,
# expect:  24, 25, 26, 27, 28, 29]
# expect: {'z': 1, 'a': 2}
# expect: {'text': 'a long text that has many words in it so that it must be cut '
# expect:          'somewhere in the middle of it, at a blank'}
# expect: '[1]\n'
