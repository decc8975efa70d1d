import enum
class S(str, enum.Enum):
    A = "a"
class I(enum.IntEnum):
    ONE = 1
    TWO = 2
print(S.A == "a", S.A.value, S.A.upper(), f"{I.TWO}", I.ONE + 1, I(2) is I.TWO, I.ONE < I.TWO, sorted([I.TWO, I.ONE]))
# expect: True a A 2 2 True True [<I.ONE: 1>, <I.TWO: 2>]
print(str(S.A), repr(S.A), "%s" % S.A.value, [e.value for e in S])  # expect: S.A <S.A: 'a'> a ['a']
