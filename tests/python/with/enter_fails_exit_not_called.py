class M:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *e): print("never")
try:
    with M():
        print("never")
except ValueError as e:
    print(e)
# expect: enter
