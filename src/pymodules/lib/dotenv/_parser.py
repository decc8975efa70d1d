"""Lines of a .env file: NAME=value, with quotes, comments, `export`, and ${NAME} in values."""

_BLANKS = " \t\f\v"
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", "'": "'",
            '"': '"'}


class _NotALine(Exception):
    pass


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self, characters):
        while self.at < len(self.text) and self.text[self.at] in characters:
            self.at += 1

    def peek(self):
        return self.text[self.at:self.at + 1]

    def rest_of_line(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in "\r\n":
            self.at += 1
        return self.text[start:self.at]

    def name(self):
        if self.peek() == "'":
            end = self.text.find("'", self.at + 1)
            if end <= self.at + 1:
                raise _NotALine
            found = self.text[self.at + 1:end]
            self.at = end + 1
            return found
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in "=#" and not self.text[self.at].isspace():
            self.at += 1
        if self.at == start:
            raise _NotALine
        return self.text[start:self.at]

    def quoted(self, quote):
        escapes = _ESCAPES if quote == '"' else {"\\": "\\", "'": "'"}
        out = []
        at = self.at + 1
        while True:
            char = self.text[at:at + 1]
            if not char:
                raise _NotALine
            if char == quote:
                self.at = at + 1
                return "".join(out)
            if char == "\\":
                following = self.text[at + 1:at + 2]
                out.append(escapes.get(following, char + following))
                at += 2
            else:
                out.append(char)
                at += 1

    def value(self):
        char = self.peek()
        if char in ("'", '"') and char:
            return self.quoted(char)
        if char in ("", "\n", "\r"):
            return ""
        line = self.rest_of_line()
        for position in range(1, len(line)):
            if line[position] == "#" and line[position - 1].isspace():
                line = line[:position]
                break
        return line.rstrip()

    def end_of_line(self):
        self.skip(_BLANKS)
        if self.peek() == "#":
            self.rest_of_line()
        if self.peek() not in ("", "\r", "\n"):
            raise _NotALine

    def binding(self):
        if self.text.startswith("export", self.at) and self.text[self.at + 6:self.at + 7] in tuple(_BLANKS):
            self.at += 6
            self.skip(_BLANKS)
        name = self.name()
        self.skip(_BLANKS)
        if self.peek() != "=":
            self.end_of_line()
            return name, None
        self.at += 1
        self.skip(_BLANKS)
        value = self.value()
        self.end_of_line()
        return name, value


def parse(text):
    """(name, value) of each line; the value of a name alone is None. Lines that are none of these are left out."""
    reader = _Reader(text)
    pairs = []
    while True:
        reader.skip(_BLANKS + "\r\n")
        if not reader.peek():
            return pairs
        if reader.peek() == "#":
            reader.rest_of_line()
            continue
        try:
            pairs.append(reader.binding())
        except _NotALine:
            reader.rest_of_line()


def _expand(text, names):
    out = []
    at = 0
    while True:
        start = text.find("${", at)
        end = text.find("}", start)
        if start < 0 or end < 0:
            return "".join(out) + text[at:]
        name, separator, default = text[start + 2:end].partition(":-")
        if ":" in name:
            out.append(text[at:end + 1])
        else:
            out.append(text[at:start])
            found = names.get(name)
            out.append(found if found is not None else default if separator else "")
        at = end + 1


def resolve(pairs, override, environment):
    """References are to the environment and to earlier lines: the later of these wins when `override` is set."""
    resolved = {}
    for name, value in pairs:
        if value is not None:
            names = {**environment, **resolved} if override else {**resolved, **environment}
            value = _expand(value, names)
        resolved[name] = value
    return resolved
