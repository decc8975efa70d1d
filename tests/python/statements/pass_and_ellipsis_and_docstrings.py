def f(): ...
def g(): "only doc"
class A: pass
print(f(), g(), g.__doc__, ..., Ellipsis is ...)  # expect: None None only doc Ellipsis True
