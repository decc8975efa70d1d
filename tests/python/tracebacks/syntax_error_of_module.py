import os, sys, traceback
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "imports"))
try:
    import bad.syntax
except SyntaxError:
    lines = traceback.format_exc().splitlines()
    print(lines[0])
    print("\n".join(lines[-4:]).replace(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ""))
# expect: Traceback (most recent call last):
# expect:   File "/imports/bad/syntax.py", line 2
# expect:     def f(:
# expect:           ^
# expect: SyntaxError: invalid syntax
