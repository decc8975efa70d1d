class A:
    there = 1
    def __getattr__(self, name):
        return "made " + name
a = A()
print(a.there, a.other)  # expect: 1 made other
try:
    A.other
except AttributeError as e:
    print(e)
# expect: type object 'A' has no attribute 'other'
