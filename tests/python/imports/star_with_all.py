from shop import *
print(BRAND, order.count, parts.TITLE)  # expect: Acme 5 Acme parts
