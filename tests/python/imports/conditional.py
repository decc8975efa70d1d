try:
    import shop.missing as chosen
except ImportError:
    import shop.order as chosen
print(chosen.count)  # expect: 5
