def inner():
    try:
        yield 1
    except ValueError:
        yield "inner caught"
def outer():
    yield from inner()
it = outer()
next(it)
print(it.throw(ValueError))  # expect: inner caught
