try:
    raise SystemExit(3)
except SystemExit as e:
    print(e.code)
# expect: 3
try:
    exit("bye")
except SystemExit as e:
    print(e.code)
# expect: bye
