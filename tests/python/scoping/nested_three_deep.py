def a():
    v = [0]
    def b():
        def c():
            nonlocal v
            v = v + [1]
            return v
        return c
    c = b()
    c()
    return c(), v
print(a())  # expect: ([0, 1, 1], [0, 1, 1])
