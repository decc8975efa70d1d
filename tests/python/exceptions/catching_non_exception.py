try:
    try:
        raise ValueError
    except 1:
        pass
except TypeError as e:
    print(e)
# expect: catching classes that do not inherit from BaseException is not allowed
