class A:
    def m():
        pass
try:
    A().m()
except TypeError as e:
    print(e)
# expect: A.m() takes 0 positional arguments but 1 was given
