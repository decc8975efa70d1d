def f(x, seen=[]):
    seen.append(x)
    return seen
f(1)
print(f(2), f.__defaults__)  # expect: [1, 2] ([1, 2],)
