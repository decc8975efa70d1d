data = iter([1, 2, 0, 3])
seen = []
while value := next(data):
    seen.append(value)
print(seen, value)  # expect: [1, 2] 0
