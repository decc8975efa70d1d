x = 1; y = 2; print(x + y)
# expect: 3
z = (1 +
     2) + \
    3
if x: print("one line"); print("two")
# expect: one line
# expect: two
print(z)  # expect: 6
