from loop.d import value
me = 1
