def g():
    try:
        yield 1
    except ValueError as e:
        yield "caught " + str(e)
it = g()
next(it)
print(it.throw(ValueError("x")))  # expect: caught x
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))
# expect: KeyError('k')
