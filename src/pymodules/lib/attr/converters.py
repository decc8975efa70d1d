"""What a field makes of what it is given."""


def pipe(*converters):
    def convert(value):
        for one in converters:
            value = one(value)
        return value

    return convert


def optional(converter):
    return lambda value: None if value is None else converter(value)


def default_if_none(default=None, factory=None):
    def convert(value):
        if value is not None:
            return value
        if factory is not None:
            return factory()
        return default.factory() if hasattr(default, "factory") else default

    return convert


def to_bool(val):
    word = val.lower() if isinstance(val, str) else val
    if word in (True, "true", "t", "yes", "y", "on", "1", 1):
        return True
    if word in (False, "false", "f", "no", "n", "off", "0", 0):
        return False
    raise ValueError("Cannot convert value to bool: " + str(val))
