"""Values as text over several lines."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def saferepr(object):
    return repr(object)


def isreadable(object):
    return not repr(object).startswith("<")


def isrecursive(object):
    return "..." in repr(object)


def _sorted(items):
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=lambda item: (str(type(item)), repr(item)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        if self._stream is None:
            print(text, end="")
        else:
            self._stream.write(text)

    def pformat(self, object):
        return self._text(object, 0, 0, 1)

    def isreadable(self, object):
        return isreadable(object)

    def isrecursive(self, object):
        return isrecursive(object)

    def _one_line(self, object, level):
        kind = type(object)
        if self._depth is not None and level > self._depth and isinstance(object, (dict, list, tuple, set)) and object:
            return "{...}" if isinstance(object, (dict, set)) else "[...]" if isinstance(object, list) else "(...)"
        if kind is dict:
            items = self._items(object)
            return "{" + ", ".join(self._one_line(key, level + 1) + ": " + self._one_line(value, level + 1)
                                   for key, value in items) + "}"
        if kind in (list, tuple) and object:
            inner = ", ".join(self._one_line(item, level + 1) for item in object)
            return "[" + inner + "]" if kind is list else "(" + inner + ("," if len(object) == 1 else "") + ")"
        if kind is set and object:
            return "{" + ", ".join(self._one_line(item, level + 1) for item in _sorted(object)) + "}"
        return repr(object)

    def _items(self, mapping):
        items = list(mapping.items())
        if not self._sort_dicts:
            return items
        return [(key, mapping[key]) for key in _sorted(mapping)]

    def _text(self, object, indent, allowance, level):
        """The object when it starts in column `indent` and `allowance` characters follow its last line."""
        line = self._one_line(object, level)
        if len(line) <= self._width - indent - allowance:
            return line
        kind = type(object)
        if kind is dict and object:
            return "{" + " " * (self._indent - 1) + self._dict_lines(object, indent, allowance, level) + "}"
        if kind in (list, tuple, set) and object:
            items = _sorted(object) if kind is set else list(object)
            opened, closed = {list: "[]", tuple: "()", set: "{}"}[kind]
            tail = "," if kind is tuple and len(items) == 1 else ""
            lines = self._item_lines(items, indent, allowance + len(closed + tail), level)
            return opened + " " * (self._indent - 1) + lines + tail + closed
        if kind is str and level > 1 or kind is str and len(line) > self._width:
            return self._str_lines(object, indent, allowance, level)
        return line

    def _dict_lines(self, mapping, indent, allowance, level):
        out = []
        inner = indent + self._indent
        items = self._items(mapping)
        for position, (key, value) in enumerate(items):
            is_last = position == len(items) - 1
            shown = self._one_line(key, level + 1) + ": "
            out.append(shown + self._text(value, inner + len(shown), allowance + 1 if is_last else 1, level + 1))
        return (",\n" + " " * inner).join(out)

    def _item_lines(self, items, indent, allowance, level):
        inner = indent + self._indent
        if self._compact:
            return self._compact_lines(items, inner, allowance, level)
        out = []
        for position, item in enumerate(items):
            out.append(self._text(item, inner, allowance if position == len(items) - 1 else 1, level + 1))
        return (",\n" + " " * inner).join(out)

    def _compact_lines(self, items, inner, allowance, level):
        lines, line = [], ""
        for position, item in enumerate(items):
            is_last = position == len(items) - 1
            shown = self._text(item, inner, allowance if is_last else 1, level + 1)
            room = self._width - inner - (allowance if is_last else 1)
            if line and len(line) + 2 + len(shown) <= room and "\n" not in shown:
                line += ", " + shown
            else:
                if line:
                    lines.append(line)
                line = shown
        return (",\n" + " " * inner).join(lines + [line])

    def _str_lines(self, text, indent, allowance, level):
        """Cut between words, each piece a literal of its own."""
        pieces = []
        if level == 1:
            indent += 1
            allowance += 1
        for part in text.splitlines(True):
            if len(repr(part)) <= self._width - indent:
                pieces.append(repr(part))
                continue
            current = ""
            for word in _words(part):
                if current and len(repr(current + word)) > self._width - indent:
                    pieces.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            return pieces[0]
        joined = ("\n" + " " * indent).join(pieces)
        return "(" + joined + ")" if level == 1 else joined


def _words(text):
    """Words with the white space behind them."""
    words, start, at = [], 0, 0
    while at < len(text):
        while at < len(text) and not text[at].isspace():
            at += 1
        while at < len(text) and text[at].isspace():
            at += 1
        words.append(text[start:at])
        start = at
    return words


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
