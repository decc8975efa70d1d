try:
    import shop.names.deeper
except ModuleNotFoundError as e:
    print(e)
# expect: No module named 'shop.names.deeper'; 'shop.names' is not a package
