async def f():
    return 1
c = f()
print(type(c).__name__, f.__name__)  # expect: coroutine f
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
# expect: 1
