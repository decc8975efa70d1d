m = __import__("shop.parts")
print(m.__name__)  # expect: shop
print(__import__("shop.parts", fromlist=["x"]).__name__)  # expect: shop.parts
