x = "global"
class A:
    x = "class"
    def method(self):
        return x
    copies = [x for _ in range(2)]
    first = [c for c in x]
print(A().method(), A.copies, A.first)  # expect: global ['global', 'global'] ['c', 'l', 'a', 's', 's']
