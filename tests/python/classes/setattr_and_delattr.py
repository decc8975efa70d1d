class A:
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
a = A()
a.x = 2
print(a.x)  # expect: 4
del a.x  # expect: del x
print(hasattr(a, "x"))  # expect: False
