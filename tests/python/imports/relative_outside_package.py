try:
    from . import shop
except ImportError as e:
    print(e)
# expect: attempted relative import with no known parent package
