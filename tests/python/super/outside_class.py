def f(self):
    return super()
try:
    f(1)
except RuntimeError as e:
    print(e)
# expect: super(): __class__ cell not found
