def define():
    global made
    made = 42
try:
    made
except NameError as e:
    print(e)
# expect: name 'made' is not defined
define()
print(made)  # expect: 42
