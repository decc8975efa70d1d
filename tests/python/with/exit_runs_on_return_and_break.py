class M:
    def __enter__(self): pass
    def __exit__(self, *e): print("exit", e)
def f():
    with M():
        return "value"
print(f())
# expect: exit (None, None, None)
# expect: value
for i in range(3):
    with M():
        break
# expect: exit (None, None, None)
print(i)  # expect: 0
