x = 1
def f():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 2
f()  # expect: cannot access local variable 'x' where it is not associated with a value
