def f():
    v = "free"
    class A:
        seen = v
        v = "own"
        after = v
        def m(self):
            return v
    return A.seen, A.after, A().m()
try:
    print(f())
except NameError as e:
    print(e)
# expect: name 'v' is not defined
