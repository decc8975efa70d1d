import traceback
def inner():
    raise KeyError("k")
def outer():
    try:
        inner()
    except KeyError as e:
        raise ValueError("v") from e
try:
    outer()
except ValueError:
    text = traceback.format_exc()
print([line for line in text.splitlines() if not line.startswith("    ") and "File" not in line])
# expect: ['Traceback (most recent call last):', "KeyError: 'k'", '', 'The above exception was the direct cause of the following exception:', '', 'Traceback (most recent call last):', 'ValueError: v']
