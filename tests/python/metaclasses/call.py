class Single(type):
    made = {}
    def __call__(cls, *args):
        if cls not in cls.made: cls.made[cls] = super().__call__(*args)
        return cls.made[cls]
class A(metaclass=Single):
    def __init__(self, x): self.x = x
print(A(1) is A(2), A(3).x)  # expect: True 1
