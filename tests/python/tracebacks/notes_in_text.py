import traceback
try:
    e = ValueError("v")
    e.add_note("look here")
    raise e
except ValueError as e:
    print(traceback.format_exception_only(e))
# expect: ['ValueError: v\n', 'look here\n']
