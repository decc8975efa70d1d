class A:
    pass
try:
    A().nothing
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
# expect: 'A' object has no attribute 'nothing' nothing A
try:
    A.nothing
except AttributeError as e:
    print(e)
# expect: type object 'A' has no attribute 'nothing'
try:
    None.x
except AttributeError as e:
    print(e)
# expect: 'NoneType' object has no attribute 'x'
try:
    (1).x = 2
except AttributeError as e:
    print(e)
# expect: 'int' object has no attribute 'x'
