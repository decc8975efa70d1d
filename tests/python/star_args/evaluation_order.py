def show(x):
    print(x, end=" ")
    return x
def f(*a, **k):
    return a, k
print(f(show(1), *[show(2)], k=show(3), **{"z": show(4)}))  # expect: 1 2 3 4 ((1, 2), {'k': 3, 'z': 4})
