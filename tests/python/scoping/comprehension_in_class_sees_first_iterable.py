class A:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        bad = [items for _ in range(1)]
    except NameError as e:
        message = str(e)
print(A.doubled, A.message)  # expect: [2, 4, 6] name 'items' is not defined
