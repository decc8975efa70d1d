def f(x=[i for i in range(3)]):
    return x
print(f())  # expect: [0, 1, 2]
