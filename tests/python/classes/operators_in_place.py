class A:
    def __init__(self): self.log = []
    def __iadd__(self, o):
        self.log.append(o)
        return self
    def __or__(self, o): return "or"
a = b = A()
a += 1
a += 2
print(b.log, a is b)  # expect: [1, 2] True
a |= 3
print(a, b.log)  # expect: or [1, 2]
