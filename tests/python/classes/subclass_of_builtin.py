class L(list):
    def total(self):
        return sum(self)
l = L([1, 2])
l.append(3)
l.tag = "t"
print(l, l.total(), len(l), type(l[:2]).__name__, l.tag, l == [1, 2, 3])
# expect: [1, 2, 3] 6 3 list t True
