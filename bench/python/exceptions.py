# Raising and catching, in the function and out of one.
def find(items, index):
    return items[index]


total = 0
for i in range(3000):
    try:
        find([], i)
    except IndexError:
        total += 1
    try:
        raise ValueError("no")
    except (KeyError, ValueError) as error:
        total += len(str(error))
print(total)
