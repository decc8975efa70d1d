class E(Exception):
    def __init__(self, code, **kw):
        super().__init__("code %d" % code)
        self.code = code
        self.kw = kw
try:
    raise E(3, why="x")
except E as e:
    print(e, e.code, e.kw, e.args, repr(e))
# expect: code 3 3 {'why': 'x'} ('code 3',) E('code 3')
