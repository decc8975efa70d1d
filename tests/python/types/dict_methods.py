d = {"a": 1, "b": 2}
print(d, d["a"], d.get("x"), d.get("x", 0), "a" in d, 1 in d, len(d), list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.setdefault("c", 3), d.setdefault("a", 9), d.pop("c"), d.pop("zz", None), d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("p", 1), ["q", 2]])
d |= {"z": 26}
print(d, d | {"a": 0}, {"k": 0} | d == {"k": 0, **d}, d.copy() == d, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print(dict(), dict(a=1), dict([(1, 2)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), {1: "i", 1.0: "f", True: "b"})
print(d.keys() & {"a", "x", "nope"} == {"a", "x"}, d.keys() - {"a"} == set(d) - {"a"}, d.keys() | ["n"] == set(d) | {"n"}, ("a", 1) in d.items(), 1 in d.values(), d.keys() == set(d))
print({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1, "b": 2}.items())))
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == {}, {"a": 1} != {"a": 2}, {(1, 2): "t"}[1, 2], {None: 1, (): 2})
del d["a"]
d["a"] = "back"
print(list(d)[-1], {**d, "n": 1}["n"], {k: v for k, v in zip("ab", "cd")}, d.keys().isdisjoint(["nope"]), len(d.items()), d.keys().mapping["a"])
recursive = {}
recursive["self"] = recursive
print(recursive)
class Default(dict):
    def __missing__(self, key):
        return key * 2
print(Default(a=1)["a"], Default()["zz"], Default().get("zz"), type(Default(a=1).copy()).__name__, Default(a=1))
d.clear()
print(d, bool(d))
for work in (lambda: {}["a"], lambda: {}.pop("a"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {} < {},
             lambda: hash({}), lambda: {} + {}, lambda: dict(1), lambda: dict({}, {}), lambda: {}.get(), lambda: {} | [1], lambda: {}.nope, lambda: d.keys()[0]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
try:
    grown = {1: 1}
    for key in grown:
        grown[key + 1] = 1
except RuntimeError as error:
    print(error)

# expect: {'a': 1, 'b': 2} 1 None 0 True False 2 ['a', 'b'] ['a', 'b'] [1, 2] [('a', 1), ('b', 2)]
# expect: 3 1 3 None ('b', 2) {'a': 1}
# expect: {'a': 1, 'x': 1, 'y': 2, 'p': 1, 'q': 2, 'z': 26} {'a': 0, 'x': 1, 'y': 2, 'p': 1, 'q': 2, 'z': 26} True True {'a': None, 'b': None} {1: 0, 2: 0}
# expect: {} {'a': 1} {1: 2} {'a': 1, 'b': 2} {'a': 1, 'b': 2} {1: 'b'}
# expect: True True True True True True
# expect: dict_keys(['a']) dict_values([1]) dict_items([('a', 1)]) ['b', 'a'] [('b', 2), ('a', 1)]
# expect: True True True True t {None: 1, (): 2}
# expect: a 1 {'a': 'c', 'b': 'd'} True 6 back
# expect: {'self': {...}}
# expect: 1 zzzz None dict {'a': 1}
# expect: {} False
# expect: KeyError 'a'
# expect: KeyError 'a'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: TypeError unhashable type: 'list'
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unsupported operand type(s) for +: 'dict' and 'dict'
# expect: TypeError 'int' object is not iterable
# expect: TypeError dict expected at most 1 argument, got 2
# expect: TypeError get expected at least 1 argument, got 0
# expect: TypeError unsupported operand type(s) for |: 'dict' and 'list'
# expect: AttributeError 'dict' object has no attribute 'nope'
# expect: TypeError 'dict_keys' object is not subscriptable
# expect: dictionary changed size during iteration
