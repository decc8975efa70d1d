try:
    b"\xff".decode("utf-8")
except UnicodeDecodeError as e:
    print(e, e.start, e.end, e.reason, e.encoding)
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte 0 1 invalid start byte utf-8
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e)
# expect: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
