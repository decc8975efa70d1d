class A:
    __match_args__ = ("x",)
try:
    match A():
        case A(1, 2):
            pass
except TypeError as e:
    print(e)
# expect: A() accepts 1 positional sub-pattern (2 given)
