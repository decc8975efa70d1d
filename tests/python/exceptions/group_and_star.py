try:
    raise ExceptionGroup("many", [ValueError("v"), TypeError("t"), KeyError("k")])
except* ValueError as g:
    print("value", [str(e) for e in g.exceptions])
except* (TypeError, KeyError) as g:
    print("other", len(g.exceptions), g)
# expect: value ['v']
# expect: other 2 many (2 sub-exceptions)
