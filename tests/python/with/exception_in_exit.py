class M:
    def __enter__(self): pass
    def __exit__(self, *e): raise KeyError("from exit")
try:
    with M():
        raise ValueError("body")
except KeyError as e:
    print(e, repr(e.__context__))
# expect: 'from exit' ValueError('body')
