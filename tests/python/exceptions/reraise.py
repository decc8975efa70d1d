def f():
    try:
        raise ValueError("first")
    except ValueError:
        raise
try:
    f()
except ValueError as e:
    print(e)
# expect: first
try:
    raise
except RuntimeError as e:
    print(e)
# expect: No active exception to reraise
