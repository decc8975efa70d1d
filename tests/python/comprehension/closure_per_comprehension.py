fs = [lambda: (x, y) for x in range(2) for y in range(2)]
print(fs[0](), fs[3]())  # expect: (1, 1) (1, 1)
