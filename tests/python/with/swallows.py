class S:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return t is ValueError
with S():
    raise ValueError
print("after")  # expect: after
try:
    with S():
        raise TypeError("t")
except TypeError as e:
    print(e)
# expect: t
