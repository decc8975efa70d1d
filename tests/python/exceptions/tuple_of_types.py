for e in (KeyError("k"), IndexError("i"), ValueError("v")):
    try:
        try:
            raise e
        except (KeyError, IndexError) as caught:
            print("lookup", repr(caught))
    except Exception as other:
        print("other", other)
# expect: lookup KeyError('k')
# expect: lookup IndexError('i')
# expect: other v
