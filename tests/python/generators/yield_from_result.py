def inner():
    x = yield 1
    return x
def outer():
    r = yield from inner()
    yield "got %s" % r
it = outer()
print(next(it), it.send("v"))  # expect: 1 got v
def flat(x):
    for i in x:
        if isinstance(i, list):
            yield from flat(i)
        else:
            yield i
print(list(flat([1, [2, [3, 4]], 5])))  # expect: [1, 2, 3, 4, 5]
