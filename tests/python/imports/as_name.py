import shop.parts.wheel as w
from shop import names as n, parts
print(w.Wheel.__module__, n.BRAND, parts.__name__)  # expect: shop.parts.wheel Acme shop.parts
