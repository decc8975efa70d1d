try:
    open("/tmp/x", "a")
except Exception:
    print("caught")
except:
    print("caught too")
# expect refusal: open() with mode 'a' is not open to migration scripts
