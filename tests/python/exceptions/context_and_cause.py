try:
    try:
        {}["k"]
    except KeyError as k:
        raise ValueError("v") from k
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# expect: KeyError('k') KeyError('k') True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("t")
except TypeError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# expect: None ZeroDivisionError('division by zero') False
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("t") from None
except TypeError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# expect: None ZeroDivisionError('division by zero') True
