def f():
    x: int
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
print(f())  # expect: cannot access local variable 'x' where it is not associated with a value
