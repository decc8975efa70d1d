x = 3
print(eval("[1, 'a', {'k': None}]"), eval("x + 1"), eval("-2.5"))  # expect: [1, 'a', {'k': None}] 4 -2.5
