def f(a, b, c, *, d, e):
    pass
for args in [(), (1,), (1, 2), (1, 2, 3)]:
    try:
        f(*args)
    except TypeError as e:
        print(e)
# expect: f() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: f() missing 2 required positional arguments: 'b' and 'c'
# expect: f() missing 1 required positional argument: 'c'
# expect: f() missing 2 required keyword-only arguments: 'd' and 'e'
