import sys
try:
    raise ValueError("x")
except ValueError:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, tb is not None)
# expect: ValueError x True
print(sys.exc_info())  # expect: (None, None, None)
