for i in range(3):
    if i == 5:
        break
else:
    print("for else")
# expect: for else
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
else:
    print("while else", n)
# expect: while else 3
while True:
    break
else:
    print("never")
print("end")  # expect: end
