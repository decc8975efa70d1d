match = 1
case = 2
_ = 3
print(match + case + _)  # expect: 6
type = 4
print(type)  # expect: 4
