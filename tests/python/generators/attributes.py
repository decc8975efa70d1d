def g():
    """doc"""
    yield
it = g()
print(it.__name__, it.__qualname__, type(it).__name__, iter(it) is it, g.__doc__)
# expect: g g generator True doc
