import traceback
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("t")
except TypeError:
    text = traceback.format_exc()
print([line for line in text.splitlines() if not line.startswith("  ")])
# expect: ['Traceback (most recent call last):', 'ZeroDivisionError: division by zero', '', 'During handling of the above exception, another exception occurred:', '', 'Traceback (most recent call last):', 'TypeError: t']
