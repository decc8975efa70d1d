import shop.parts.wheel
print(shop.parts.wheel.Wheel.size, shop.parts.wheel.__name__, shop.parts.wheel.__package__)
# expect: 3 shop.parts.wheel shop.parts
