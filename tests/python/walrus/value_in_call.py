def f(a, b):
    return a, b
print(f((x := 1), b=(y := x + 1)), x, y)  # expect: (1, 2) 1 2
