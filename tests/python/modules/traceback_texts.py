import io
import sys
import traceback
def inner():
    raise ValueError("deep")
def outer():
    inner()
try:
    outer()
except ValueError as error:
    entries = traceback.extract_tb(error.__traceback__)
    print([(entry.name, entry.lineno, entry.line) for entry in entries], len(traceback.format_exc().splitlines()) > 5)
    print(traceback.format_exception_only(type(error), error), traceback.format_exception_only(error))
    print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    print(lines[0].strip(), lines[-1].strip())
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue().splitlines()[-1])
    out = io.StringIO()
    traceback.print_exception(type(error), error, error.__traceback__, file=out)
    print(out.getvalue().count("File"))
    print(traceback.TracebackException.from_exception(error).exc_type.__name__, "".join(traceback.format_tb(error.__traceback__)).count("in inner"))
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("k") from error
except KeyError:
    print("direct cause" in traceback.format_exc(), traceback.format_exc().splitlines()[-1])
def here():
    return traceback.extract_stack()[-1].name
print(here(), traceback.format_exc())

# expect: [('<module>', 9, 'outer()'), ('outer', 7, 'inner()'), ('inner', 5, 'raise ValueError("deep")')] True
# expect: ['ValueError: deep\n'] ['ValueError: deep\n']
# expect: Traceback (most recent call last): ValueError: deep
# expect: Traceback (most recent call last): ValueError: deep
# expect: ValueError: deep
# expect: 3
# expect: ValueError 1
# expect: True KeyError: 'k'
# expect: here NoneType: None
# expect:
