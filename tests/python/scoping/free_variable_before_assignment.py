def f():
    def g():
        return y
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
f()
# expect: NameError cannot access free variable 'y' where it is not associated with a value in enclosing scope
