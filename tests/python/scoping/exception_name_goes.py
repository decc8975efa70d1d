e = "before"
try:
    raise ValueError("v")
except ValueError as e:
    print(repr(e))
# expect: ValueError('v')
try:
    print(e)
except NameError as gone:
    print(gone)
# expect: name 'e' is not defined
