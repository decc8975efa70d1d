class S(str):
    def shout(self):
        return self.upper() + "!"
s = S("abc")
print(s, s.shout(), s + "d", type(s + "d").__name__, {s: 1}["abc"], isinstance(s, str), repr(s))
# expect: abc ABC! abcd str 1 True 'abc'
