def f(x):
    print(x, end=" ")
    return x
d = {f(k): f(k * 10) for k in (1, 2)}
print(d)  # expect: 1 10 2 20 {1: 10, 2: 20}
