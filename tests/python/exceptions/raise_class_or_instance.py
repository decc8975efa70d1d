try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args, str(e) == "")
# expect: ValueError() () True
try:
    raise 1
except TypeError as e:
    print(e)
# expect: exceptions must derive from BaseException
try:
    raise ValueError("x") from 1
except TypeError as e:
    print(e)
# expect: exception causes must derive from BaseException
