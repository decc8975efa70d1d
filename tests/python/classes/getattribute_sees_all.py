class A:
    x = 1
    def __getattribute__(self, name):
        if name == "x":
            return "seen"
        return super().__getattribute__(name)
a = A()
a.y = 2
print(a.x, a.y)  # expect: seen 2
