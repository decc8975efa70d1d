class A:
    def m(*args, **kw):
        return len(args), kw
print(A().m(1, 2, self=3))  # expect: (3, {'self': 3})
