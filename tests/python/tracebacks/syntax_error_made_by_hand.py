print(SyntaxError("m"), SyntaxError("m", ("f.py", 3, 1, "x")), SyntaxError("m", ("d/f.py", 3, 1, "x")).lineno)
# expect: m m (f.py, line 3) 3
