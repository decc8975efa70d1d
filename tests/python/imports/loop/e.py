import loop.e as itself
try:
    itself.later
except AttributeError as e:
    print(e)
later = 1
