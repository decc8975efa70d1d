def g():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")
it = g()
print("made")  # expect: made
print(list(it))
# expect: start
# expect: middle
# expect: end
# expect: [1, 2]
print(list(it))  # expect: []
