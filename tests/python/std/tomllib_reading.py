# tomllib: tables, arrays of tables, dotted keys, strings, numbers, dates, and what is wrong with a text.
import io
import tomllib

TEXT = '''
title = "a \\u00e9 \\"q\\"" # comment
[owner]
name = 'C:\\raw'
dob = 1979-05-27T07:32:00-08:00
[db]
ports = [ 8000, 8001,
  8002, ]
on = true
x.y.z = 1
limits = { cpu = 79.5, "t 1" = 0x1F, inner.deep = 1_000 }
[[item]]
n = 1
  [item.sub]
  k = "v"
[[item]]
n = 2
text = """
one \\
   two
three"""
lit = \'\'\'a'b\'\'\'
[times]
d = 2024-02-29
t = 07:32:00.5
l = 1979-05-27 07:32:00
z = 1979-05-27T07:32:00Z
f = [1e3, -2.5E-1, inf, +1_0.0]
i = [0o17, 0b101, -7, +9]
'''
for name, value in tomllib.loads(TEXT).items():
    print(name, value)
    # expect: title a é "q"
    # expect: owner {'name': 'C:\\raw', 'dob': datetime.datetime(1979, 5, 27, 7, 32, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=57600)))}
    # expect: db {'ports': [8000, 8001, 8002], 'on': True, 'x': {'y': {'z': 1}}, 'limits': {'cpu': 79.5, 't 1': 31, 'inner': {'deep': 1000}}}
    # expect: item [{'n': 1, 'sub': {'k': 'v'}}, {'n': 2, 'text': 'one two\nthree', 'lit': "a'b"}]
    # expect: times {'d': datetime.date(2024, 2, 29), 't': datetime.time(7, 32, 0, 500000), 'l': datetime.datetime(1979, 5, 27, 7, 32), 'z': datetime.datetime(1979, 5, 27, 7, 32, tzinfo=datetime.timezone.utc), 'f': [1000.0, -0.25, inf, 10.0], 'i': [15, 5, -7, 9]}
print(tomllib.load(io.BytesIO(b"a.b = 1\r\n[c]\r\n")))
# expect: {'a': {'b': 1}, 'c': {}}
for bad in ("a", "a = ", "a = 1 b = 2", "[a]\n[a]", "a = 1\na = 2", "a = [1", "a = \"x", "a = 'x\ny'", "[a", "a = 01",
            "a = {b = 1, }", "a = 1\n[a.b]", "a = \"\\q\"", "x = 2024-13-01", "[[a]]\n[a]", "a.b = 1\n[a]", "= 1"):
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as error:
        print(error)
        # expect: Expected '=' after a key in a key/value pair (at end of document)
        # expect: Invalid value (at end of document)
        # expect: Expected newline or end of document after a statement (at line 1, column 7)
        # expect: Cannot declare ('a',) twice (at line 2, column 3)
        # expect: Cannot overwrite a value (at end of document)
        # expect: Unclosed array (at end of document)
        # expect: Unterminated string (at end of document)
        # expect: Found invalid character '\n' (at line 1, column 7)
        # expect: Expected ']' at the end of a table declaration (at end of document)
        # expect: Expected newline or end of document after a statement (at line 1, column 6)
        # expect: Invalid initial character for a key part (at line 1, column 13)
        # expect: Cannot overwrite a value (at line 2, column 5)
        # expect: Unescaped '\' in a string (at line 1, column 8)
        # expect: Expected newline or end of document after a statement (at line 1, column 9)
        # expect: Cannot declare ('a',) twice (at line 2, column 3)
        # expect: Cannot declare ('a',) twice (at line 2, column 3)
        # expect: Invalid statement (at line 1, column 1)
try:
    tomllib.load(io.StringIO("a = 1"))
except TypeError as error:
    print(error)
    # expect: File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`
