from decimal import Decimal
# expect: True True True
print(hash(3) == hash(3.0) == hash(Decimal(3)) == hash(3 + 0j), hash(0.5) == hash(Decimal("0.5")), hash(True) == 1)
# expect: one one zero c
print({1: "one", 2.5: "float"}.get(1.0), {1: "one"}.get(True), {0: "zero"}.get(False), {1 + 0j: "c"}.get(1))
# expect: True True True True True
print((1, 2.0) == (1.0, 2), hash((1, 2.0)) == hash((1.0, 2)), [1, True] == [True, 1], {1} == {1.0}, {1: 1} == {True: 1.0})
# expect: False True False True False False False False
print(1 == "1", 1 != "1", None == 0, None == None, [] == (), "a" == b"a", 1 == 1.0000000001, (1,) == [1])
print(1 in [1.0], True in [1])  # expect: True True
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan])  # expect: True True False 1
class Same:
    def __init__(self, key):
        self.key = key
    def __eq__(self, other):
        return isinstance(other, Same) and self.key == other.key
    def __hash__(self):
        return hash(self.key)
# expect: a 2 True 0 1
print({Same(1): "a"}[Same(1)], len({Same(1), Same(1), Same(2)}), Same(1) in [Same(1)], [Same(1)].index(Same(1)), [Same(2), Same(1)].count(Same(1)))
class NoHash:
    def __eq__(self, other):
        return True
try:
    {NoHash(): 1}
except TypeError as error:
    print(error)  # expect: unhashable type: 'NoHash'
# expect: None None None None None True
print([].__hash__, {}.__hash__, set().__hash__, NoHash.__hash__, bytearray.__hash__, callable(().__hash__))
