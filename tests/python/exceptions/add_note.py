e = ValueError("x")
e.add_note("note one")
e.add_note("note two")
print(e.__notes__)  # expect: ['note one', 'note two']
