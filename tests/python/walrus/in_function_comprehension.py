def f(items):
    any((hit := i) > 2 for i in items)
    return hit
print(f([1, 3, 5]))  # expect: 3
