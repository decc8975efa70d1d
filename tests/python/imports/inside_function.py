def f():
    from shop.order import count
    return count
print(f())  # expect: 5
try:
    count
except NameError as e:
    print(e)
# expect: name 'count' is not defined
