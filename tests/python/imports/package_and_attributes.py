import shop
print(shop.BRAND, shop.parts.TITLE, shop.__name__, shop.__doc__, shop.__package__)
# expect: Acme Acme parts shop A shop. shop
print(shop.names.BRAND, shop.parts.W.size)  # expect: Acme 3
