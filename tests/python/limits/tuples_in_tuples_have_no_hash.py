x = ()
for _ in range(200000):
    x = (x,)
try:
    hash(x)
except RecursionError:
    print("too deep")
