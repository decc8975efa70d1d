try:
    try:
        raise ExceptionGroup("m", [ValueError("v"), OSError("o")])
    except* ValueError:
        print("caught value")
except ExceptionGroup as g:
    print(g, g.exceptions)
# expect: caught value
# expect: m (1 sub-exception) (OSError('o'),)
