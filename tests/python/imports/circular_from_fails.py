try:
    import loop.c
except ImportError as e:
    print(str(e).split(" (")[0])
# expect: cannot import name 'me' from partially initialized module 'loop.c'
