import functools
def repeat(n):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*a, **k):
            return [f(*a, **k) for _ in range(n)]
        return wrapper
    return deco
@repeat(2)
def hi(name):
    """says hi"""
    return "hi " + name
print(hi("x"), hi.__name__, hi.__doc__, hi.__wrapped__("y"))  # expect: ['hi x', 'hi x'] hi says hi hi y
