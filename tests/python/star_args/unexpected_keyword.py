def f(a):
    pass
try:
    f(1, zz=2)
except TypeError as e:
    print(e)
# expect: f() got an unexpected keyword argument 'zz'
