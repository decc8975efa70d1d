class A: pass
try:
    A[1]
except TypeError as e:
    print(e)
# expect: type 'A' is not subscriptable
try:
    A()[1]
except TypeError as e:
    print(e)
# expect: 'A' object is not subscriptable
