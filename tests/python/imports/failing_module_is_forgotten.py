import sys
for _ in range(2):
    try:
        import shop.broken
    except ValueError as e:
        print(e, "shop.broken" in sys.modules)
# expect: does not load False
# expect: does not load False
