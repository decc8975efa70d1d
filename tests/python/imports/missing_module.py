try:
    import shop.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
# expect: No module named 'shop.nothing' shop.nothing
try:
    from shop import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
# expect: ImportError cannot import name 'nothing' from 'shop'
