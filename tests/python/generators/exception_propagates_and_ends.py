def g():
    yield 1
    1 / 0
    yield 2
it = g()
next(it)
try:
    next(it)
except ZeroDivisionError as e:
    print(e)
# expect: division by zero
print(list(it))  # expect: []
