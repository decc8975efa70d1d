try:
    import bad.syntax
except SyntaxError as e:
    print(type(e).__name__, e.lineno, e.filename.rsplit("/", 1)[-1], e.msg)
    print(e)
    print(e.text.rstrip())
# expect: SyntaxError 2 syntax.py invalid syntax
# expect: invalid syntax (syntax.py, line 2)
# expect: def f(:
