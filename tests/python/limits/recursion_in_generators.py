def g(n):
    yield n
    yield from g(n + 1)
total = 0
try:
    for x in g(0):
        total = x
except RecursionError:
    print("ended", total > 50)
# expect: ended True
