class A:
    def __str__(self): return 1
    def __repr__(self): return 2
try:
    str(A())
except TypeError as e:
    print(e)
# expect: __str__ returned non-string (type int)
try:
    repr(A())
except TypeError as e:
    print(e)
# expect: __repr__ returned non-string (type int)
