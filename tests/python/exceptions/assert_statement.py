try:
    assert 1 == 2, "not equal"
except AssertionError as e:
    print(e)
# expect: not equal
try:
    assert False
except AssertionError as e:
    print(repr(e))
# expect: AssertionError()
assert True
