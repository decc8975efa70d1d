try:
    with 1:
        pass
except TypeError as e:
    print(e)
# expect: 'int' object does not support the context manager protocol
class E:
    def __enter__(self): pass
try:
    with E():
        pass
except TypeError as e:
    print(e)
# expect: 'E' object does not support the context manager protocol (missed __exit__ method)
