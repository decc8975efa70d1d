def read():
    for i in range(5):
        yield i
def even(items):
    for i in items:
        if i % 2 == 0:
            yield i
print(list(map(str, even(read()))))  # expect: ['0', '2', '4']
