class A: pass
try:
    class B(A, x=1): pass
except TypeError as e:
    print(e)
# expect: B.__init_subclass__() takes no keyword arguments
