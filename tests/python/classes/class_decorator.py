def tag(name):
    def apply(cls):
        cls.tag = name
        return cls
    return apply
@tag("a")
class A:
    pass
print(A.tag)  # expect: a
