import collections
# expect: [1, 'a', None, True, 1.5, b'x', (1,), {'k': [2]}, {3}, frozenset(), range(0, 3), slice(None, 1, None), Ellipsis, NotImplemented, <class 'int'>, list[int]]
print([1, "a", None, True, 1.5, b"x", (1,), {"k": [2]}, {3}, frozenset(), range(3), slice(1), ..., NotImplemented, int, list[int]])
# expect: <class 'type'> <class 'object'> <built-in function len> <method 'upper' of 'str' objects>
print(type, object, len, str.upper)
def function(a, b=1):
    pass
class Outer:
    class Inner:
        def method(self):
            pass
# expect: <function function <class '__main__.Outer'> <class '__main__.Outer.Inner'> <function Outer.Inner.method <__main__.Outer object <function <lambda>
print(repr(function).split(" at ")[0], Outer, Outer.Inner, repr(Outer.Inner.method).split(" at ")[0], repr(Outer()).split(" at ")[0], repr(lambda: 1).split(" at ")[0])
# expect: <bound method Outer.Inner.method of <__main__.Outer.Inner object <generator object <genexpr> 1
print(repr(Outer.Inner().method).split(" at ")[0], repr(x for x in []).split(" at ")[0], repr(function.__code__ if False else 1))
# expect: a ValueError('a') KeyError('k') 'k' Exception() FileNotFoundError(2, 'no') [Errno 2] no: 'f'
print(ValueError("a"), repr(ValueError("a")), repr(KeyError("k")), str(KeyError("k")), repr(Exception()), repr(OSError(2, "no")), str(OSError(2, "no", "f")))
# expect: <class 'NoneType'> <class 'int'> <class 'str'> <class 'builtin_function_or_method'> <class 'function'> <class 'type'> <class 'ellipsis'> <class 'list_iterator'> <class 'dict_items'> <class 'generator'>
print(type(None), type(1), type("a"), type(len), type(function), type(Outer), type(...), type(iter([])), type({}.items()), type(x for x in []))
# expect: int | None list[int] dict[str, list[int]] tuple[int, ...] type[int] int | str | None
print(int | None, list[int], dict[str, list[int]], tuple[int, ...], type[int], int | str | None)
# expect: <object object <class 'classmethod'> <class 'staticmethod'>
print(object().__repr__()[:14], classmethod(len).__class__, staticmethod(len).__class__)
# expect: <class '__main__.Made'> OrderedDict([('a', 1)]) Counter({'a': 2, 'b': 1}) deque([1]) defaultdict(<class 'int'>, {'a': 1})
print(str(type("Made", (), {})), collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1]), collections.defaultdict(int, a=1))
