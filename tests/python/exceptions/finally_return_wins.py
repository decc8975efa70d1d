def f():
    try:
        raise ValueError
    finally:
        return "finally"
def g():
    try:
        return "try"
    finally:
        print("cleanup")
def h():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1: break
    return i
print(f(), g(), h())
# expect: cleanup
# expect: finally try 1
