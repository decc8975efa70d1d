def f(a, b=1, *c, d, e=2, **g) -> int:
    """doc"""
f.extra = 5
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.extra, f.__annotations__, f.__module__, f.__dict__)
# expect: f doc (1,) {'e': 2} 5 {'return': <class 'int'>} __main__ {'extra': 5}
print(f.__code__.co_varnames[:3], f.__code__.co_argcount, f.__code__.co_name)
# expect: ('a', 'b', 'd') 2 f
