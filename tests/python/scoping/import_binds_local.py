def f():
    import string
    return string.digits
print(f())  # expect: 0123456789
try:
    string
except NameError as e:
    print(e)
# expect: name 'string' is not defined
