try:
    import bad.indent
except IndentationError as e:
    print(e)
# expect: expected an indented block after 'if' statement on line 1 (indent.py, line 2)
