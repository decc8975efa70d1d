from types import MappingProxyType
source = {"a": 1}
proxy = MappingProxyType(source)
print(proxy, proxy["a"], proxy.get("x", 5), "a" in proxy, len(proxy), list(proxy), proxy == {"a": 1}, proxy | {"b": 2}, list(proxy.items()), proxy.copy())
source["b"] = 2
print(proxy, dict(proxy), {**proxy}, isinstance(proxy, dict), type(proxy).__name__, type(int.__dict__).__name__)
class Plain:
    x = 1
print(Plain.__dict__["x"], "x" in Plain.__dict__, Plain.__dict__.get("nope"), list(reversed(proxy)))
for work in (lambda: proxy.__setitem__("a", 1), lambda: MappingProxyType([1]), lambda: proxy["zz"], lambda: proxy.pop("a")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
try:
    proxy["a"] = 5
except TypeError as error:
    print(error)

# expect: {'a': 1} 1 5 True 1 ['a'] True {'a': 1, 'b': 2} [('a', 1)] {'a': 1}
# expect: {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'a': 1, 'b': 2} False mappingproxy mappingproxy
# expect: 1 True None ['b', 'a']
# expect: AttributeError 'mappingproxy' object has no attribute '__setitem__'
# expect: TypeError mappingproxy() argument must be a mapping, not list
# expect: KeyError 'zz'
# expect: AttributeError 'mappingproxy' object has no attribute 'pop'
# expect: 'mappingproxy' object does not support item assignment
