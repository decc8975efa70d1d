width, precision = 10, 3
print(f"{3.14159:{width}.{precision}}|{'a':>{width}}|{'b':{'<'}{5}}|")
# expect:       3.14|         a|b    |
