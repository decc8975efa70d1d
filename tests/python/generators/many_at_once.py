def g(n):
    for i in range(n):
        yield i
gs = [g(3) for _ in range(200)]
print(sum(next(x) + next(x) for x in gs), sum(sum(x) for x in gs))  # expect: 200 400
