def g():
    yield 1
    return 5
def h():
    v = yield from g()
    print("v", v)
print(list(h()))
# expect: v 5
# expect: [1]
