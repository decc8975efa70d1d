class A: pass
class B: pass
try:
    super(A, B())
except TypeError as e:
    print(e)
# expect: super(type, obj): obj must be an instance or subtype of type
