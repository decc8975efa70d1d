class A:
    pass
print(A, A.__name__, A.__qualname__, A.__module__)  # expect: <class '__main__.A'> A A __main__
print(repr(A()).startswith("<__main__.A object at 0x"))  # expect: True
