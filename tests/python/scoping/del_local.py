def f():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError:
        return "gone"
print(f())  # expect: gone
