class A:
    def __init__(self, x, y):
        pass
try:
    A(1)
except TypeError as e:
    print(e)
# expect: A.__init__() missing 1 required positional argument: 'y'
