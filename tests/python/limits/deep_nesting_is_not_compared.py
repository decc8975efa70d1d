a, b = [], []
for _ in range(200000):
    a, b = [a], [b]
try:
    a == b
except RecursionError:
    print("too deep")
# expect: too deep
