from shop.names import *
print(BRAND)  # expect: Acme
try:
    _HIDDEN
except NameError as e:
    print(e)
# expect: name '_HIDDEN' is not defined
