def g():
    x = yield "first"
    while True:
        x = yield x * 2
it = g()
print(next(it), it.send(3), it.send(5))  # expect: first 6 10
try:
    g().send(1)
except TypeError as e:
    print(e)
# expect: can't send non-None value to a just-started generator
