def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(f(1, 5, c=6, d=7))  # expect: (1, 5, 6, 7)
try:
    f(a=1)
except TypeError as e:
    print(e)
# expect: f() got some positional-only arguments passed as keyword arguments: 'a'
