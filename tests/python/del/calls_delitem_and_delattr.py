class A:
    def __delitem__(self, k):
        print("item", k)
    def __delattr__(self, k):
        print("attr", k)
a = A()
del a[1:2], a.name
# expect: item slice(1, 2, None)
# expect: attr name
