# Functions: recursion, defaults, keywords, closures and generators.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def scale(value, by=2, *, plus=0):
    return value * by + plus


def counter():
    count = 0

    def step(n):
        nonlocal count
        count += n
        return count

    return step


def odd(items):
    for item in items:
        if item % 2:
            yield item


total = fib(20)
step = counter()
for i in range(20000):
    total += scale(i, plus=1)
    step(i)
for item in odd(range(40000)):
    total += item
print(total, step(0))
