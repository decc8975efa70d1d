import traceback
e = KeyError("k")
print(traceback.format_exception_only(type(e), e))  # expect: ["KeyError: 'k'\n"]
