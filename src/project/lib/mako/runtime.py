# What a translated template stands on. Its own names begin with _mako_, so that they are not a template's.


class _mako_Undefined:
    """A name that the template uses and nobody gave it: false, and an error when it is written or called."""

    def __bool__(self):
        return False

    def __str__(self):
        raise NameError("Undefined")

    def __call__(self, *arguments, **keywords):
        raise TypeError("'Undefined' object is not callable")


UNDEFINED = _mako_Undefined()
STOP_RENDERING = ""


class _mako_Context:
    """The variables of a template, and where its text goes."""

    def __init__(self, variables, builtins):
        self._variables = variables
        self._builtins = builtins
        self._buffers = [[]]

    def get(self, key, default=None):
        if key in self._variables:
            return self._variables[key]
        return self._builtins.get(key, default)

    def __getitem__(self, key):
        if key in self._variables:
            return self._variables[key]
        return self._builtins[key]

    def __contains__(self, key):
        return key in self._variables or key in self._builtins

    def keys(self):
        return list(self._variables)

    @property
    def kwargs(self):
        return dict(self._variables)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("sequence item 0: expected str instance, %s found" % type(text).__name__)
        self._buffers[-1].append(text)

    def _push_buffer(self):
        self._buffers.append([])

    def _pop_buffer(self):
        return "".join(self._buffers.pop())


class _mako_Namespace:
    """`self` and `local`: the functions and blocks of the template."""

    def __init__(self, functions):
        self.__dict__.update(functions)


class _mako_Loop:
    """`loop` inside of "% for"."""

    def __init__(self, items, parent):
        self._items = items
        self.parent = parent
        self.index = 0

    def __iter__(self):
        for item in self._items:
            yield item
            self.index += 1

    def __len__(self):
        return len(self._items)

    @property
    def reverse_index(self):
        return len(self) - self.index - 1

    @property
    def first(self):
        return self.index == 0

    @property
    def last(self):
        return self.index == len(self) - 1

    @property
    def even(self):
        return self.index % 2 == 0

    @property
    def odd(self):
        return self.index % 2 == 1

    def cycle(self, *values):
        if not values:
            raise ValueError("You must provide values to cycle through")
        return values[self.index % len(values)]


def _mako_capture(context, function, *arguments, **keywords):
    context._push_buffer()
    try:
        function(*arguments, **keywords)
    finally:
        text = context._pop_buffer()
    return text


def _mako_escape(text):
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;")):
        text = text.replace(character, entity)
    return text


def _mako_quote(text):
    from urllib.parse import quote_plus
    return quote_plus(text.encode("utf8"))


def _mako_trim(text):
    return text.strip()


def _mako_decode(encoding):
    def decode(value):
        if isinstance(value, bytes):
            return str(value, encoding=encoding)
        return str(value)
    return decode


def _mako_lookup(context, name):
    module = globals()
    if name in module:
        return module[name]
    return context.get(name, UNDEFINED)


def _mako_render(variables):
    context = _mako_Context(variables, _mako_builtins)
    _mako_body(context)
    return context._pop_buffer()
