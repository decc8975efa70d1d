def f():
    try:
        try:
            1 / 0
        finally:
            print("inner")
    finally:
        print("outer")
try:
    f()
except ZeroDivisionError as e:
    print(e)
# expect: inner
# expect: outer
# expect: division by zero
