f = open(__file__)
try:
    f.write("x")
except OSError as e:
    print(type(e).__name__, e)
# expect: UnsupportedOperation not writable
