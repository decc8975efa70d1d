a = []
b = [a]
a.append(b)
try:
    a == b
except RecursionError:
    print("endless")
# expect: endless
print(a)  # expect: [[[...]]]
