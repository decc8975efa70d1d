class A:
    """doc"""
    x = 1
    def m(self):
        pass
print([k for k in A.__dict__ if not k.startswith("__")], A.__doc__)  # expect: ['x', 'm'] doc
print(type(A.__dict__).__name__)  # expect: mappingproxy
try:
    A.__dict__["y"] = 1
except TypeError as e:
    print(e)
# expect: 'mappingproxy' object does not support item assignment
