table = {"d": lambda f: "decorated " + f.__name__}
@table["d"]
def f(): pass
print(f)  # expect: decorated f
@(lambda f: f.__name__)
def g(): pass
print(g)  # expect: g
