data = [1, 2]
g = (x for x in data)
data = [9]
print(list(g))  # expect: [1, 2]
n = 1
h = (x + n for x in [1])
n = 100
print(list(h))  # expect: [101]
