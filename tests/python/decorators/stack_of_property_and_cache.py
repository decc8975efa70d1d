import functools
class A:
    calls = 0
    @property
    @functools.lru_cache(None)
    def v(self):
        A.calls += 1
        return 7
    @functools.cached_property
    def w(self):
        A.calls += 1
        return 8
a = A()
print(a.v, a.v, a.w, a.w, A.calls)  # expect: 7 7 8 8 2
