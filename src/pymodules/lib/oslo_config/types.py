"""What turns the text of a file or of the environment into an option's value."""

import re

_TRUE = ("true", "1", "on", "yes")
_FALSE = ("false", "0", "off", "no")


class ConfigType:
    def __init__(self, type_name="unknown value"):
        self.type_name = type_name

    def __call__(self, value):
        return value

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = None

    def __repr__(self):
        return type(self).__name__


class String(ConfigType):
    def __init__(self, choices=None, quotes=False, regex=None, ignore_case=False, max_length=None,
                 type_name="string value"):
        super().__init__(type_name)
        self.choices = choices and [one[0] if isinstance(one, tuple) else one for one in choices]
        self.quotes = quotes
        self.regex = re.compile(regex, re.IGNORECASE if ignore_case else 0) if isinstance(regex, str) else regex
        self.ignore_case = ignore_case
        self.max_length = max_length

    def __call__(self, value):
        value = str(value)
        if self.quotes and value[:1] in ("'", '"') and value:
            if value[-1] != value[0] or len(value) == 1:
                raise ValueError("Non-closed quote: " + value)
            value = value[1:-1]
        if self.max_length and len(value) > self.max_length:
            raise ValueError("Value '%s' exceeds maximum length %d" % (value, self.max_length))
        if self.regex and not self.regex.search(value):
            raise ValueError("Value %r doesn't match regex %r" % (value, self.regex.pattern))
        if self.choices is None or value in self.choices:
            return value
        if self.ignore_case and value.lower() in [str(one).lower() for one in self.choices]:
            return value
        raise ValueError("Valid values are [%s], but found %r" % (", ".join(str(one) for one in self.choices), value))


class MultiString(String):
    pass


class Boolean(ConfigType):
    TRUE_VALUES = list(_TRUE)
    FALSE_VALUES = list(_FALSE)

    def __init__(self, type_name="boolean value"):
        super().__init__(type_name)

    def __call__(self, value):
        if isinstance(value, bool):
            return value
        word = str(value).lower()
        if word in _TRUE or word in _FALSE:
            return word in _TRUE
        raise ValueError("Unexpected boolean value %r" % value)


class Number(ConfigType):
    def __init__(self, num_type, min=None, max=None, choices=None, type_name="number value"):
        super().__init__(type_name)
        self.num_type = num_type
        self.min = min
        self.max = max
        self.choices = choices and [one[0] if isinstance(one, tuple) else one for one in choices]

    def __call__(self, value):
        if not isinstance(value, self.num_type):
            text = str(value).strip()
            if not text:
                return None
            value = self.num_type(text)
        if self.choices and value not in self.choices:
            raise ValueError("Valid values are %r, but found %r" % (self.choices, value))
        if self.min is not None and value < self.min:
            raise ValueError("Should be greater than or equal to %s" % self.min)
        if self.max is not None and value > self.max:
            raise ValueError("Should be less than or equal to %s" % self.max)
        return value


class Integer(Number):
    def __init__(self, min=None, max=None, choices=None, type_name="integer value"):
        super().__init__(int, min, max, choices, type_name)


class Float(Number):
    def __init__(self, min=None, max=None, type_name="floating point value"):
        super().__init__(float, min, max, None, type_name)


class Port(Integer):
    def __init__(self, min=None, max=None, choices=None, type_name="port"):
        super().__init__(0 if min is None else min, 65535 if max is None else max, choices, type_name)


class List(ConfigType):
    """"a, b"; with `bounds` in brackets."""

    def __init__(self, item_type=None, bounds=False, type_name="list value"):
        super().__init__(type_name)
        self.item_type = item_type or String()
        self.bounds = bounds

    def __call__(self, value):
        if isinstance(value, (list, tuple)):
            return [self.item_type(one) for one in value]
        text = str(value).strip()
        if self.bounds:
            if not (text.startswith("[") and text.endswith("]")):
                raise ValueError('Value should start with "[" and end with "]"')
            text = text[1:-1].strip()
        return [self.item_type(one.strip()) for one in _split(text)] if text else []


class Dict(ConfigType):
    """"a:1, b:2"; with `bounds` in braces."""

    def __init__(self, value_type=None, bounds=False, type_name="dict value", key_value_separator=":"):
        super().__init__(type_name)
        self.value_type = value_type or String()
        self.bounds = bounds
        self.key_value_separator = key_value_separator

    def __call__(self, value):
        if isinstance(value, dict):
            return dict(value)
        text = str(value).strip()
        if self.bounds:
            if not (text.startswith("{") and text.endswith("}")):
                raise ValueError('Value should start with "{" and end with "}"')
            text = text[1:-1].strip()
        made = {}
        for item in _split(text) if text else []:
            key, separator, one = item.partition(self.key_value_separator)
            if not separator:
                raise ValueError("Value should be NAME%sVALUE pairs separated by \",\"" % self.key_value_separator)
            made[key.strip()] = self.value_type(one.strip())
        return made


class IPAddress(ConfigType):
    def __init__(self, version=None, type_name="IP address value"):
        super().__init__(type_name)
        self.version = version

    def __call__(self, value):
        import ipaddress

        if self.version not in (None, ipaddress.ip_address(str(value)).version):
            raise ValueError("%s is not an IPv%d address" % (value, self.version))
        return str(value)


class Hostname(ConfigType):
    def __init__(self, type_name="hostname value"):
        super().__init__(type_name)

    def __call__(self, value):
        labels = str(value).rstrip(".").split(".")
        if len(str(value)) > 253 or not all(re.fullmatch(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)", one) for one in labels):
            raise ValueError("%s is an invalid hostname" % value)
        return value


class HostAddress(ConfigType):
    def __init__(self, version=None, type_name="host address value"):
        super().__init__(type_name)
        self.version = version

    def __call__(self, value):
        try:
            return IPAddress(self.version)(value)
        except ValueError:
            return Hostname()(value)


class HostDomain(HostAddress):
    pass


class URI(ConfigType):
    def __init__(self, max_length=None, schemes=None, type_name="uri value"):
        super().__init__(type_name)
        self.max_length = max_length
        self.schemes = schemes

    def __call__(self, value):
        scheme = str(value).partition("://")[0]
        if scheme == value:
            raise ValueError("invalid URI: %r" % value)
        if self.schemes and scheme not in self.schemes:
            raise ValueError("URI scheme %r not in %r" % (scheme, self.schemes))
        if self.max_length and len(value) > self.max_length:
            raise ValueError("Value '%s' exceeds maximum length %d" % (value, self.max_length))
        return value


class Range(ConfigType):
    def __init__(self, min=None, max=None, inclusive=True, type_name="range value"):
        super().__init__(type_name)
        self.inclusive = inclusive

    def __call__(self, value):
        first, _, last = str(value).partition("-")
        return range(int(first), int(last or first) + (1 if self.inclusive else 0))


def _split(text):
    """At commas outside of quotes and brackets."""
    parts, depth, quote = [""], 0, ""
    for letter in text:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "[{(":
            depth += 1
        elif letter in "]})":
            depth -= 1
        if letter == "," and not quote and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
