def f(*a):
    pass
try:
    f(*1)
except TypeError as e:
    print(e)
# expect: __main__.f() argument after * must be an iterable, not int
try:
    f(**1)
except TypeError as e:
    print(e)
# expect: __main__.f() argument after ** must be a mapping, not int
