from tools import lazy
from tools.lazy import made_x
print(lazy.made_thing, made_x)  # expect: thing x
try:
    lazy.other
except AttributeError as e:
    print(e)
# expect: no other
