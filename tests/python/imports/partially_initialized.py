import loop.e
# expect: partially initialized module 'loop.e' has no attribute 'later' (most likely due to a circular import)
