print(f"{(lambda x: x * 2)(3)} {'yes' if True else 'no'} {[i for i in range(3)]} { {'k': 1}['k']}")
# expect: 6 yes [0, 1, 2] 1
