x = None
for _ in range(200000):
    x = [x]
try:
    repr(x)
except RecursionError:
    print("too deep")
# expect: too deep
del x
print("deleted")  # expect: deleted
