class A:
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.args = args
        return made
    def __init__(self, x):
        self.x = x
a = A(3)
print(a.args, a.x)  # expect: (3,) 3
