"""The grammar of TOML 1.0, read from left to right. A table that a header or a dotted key has made is marked, since
the rules for adding to it differ; the marks are kept beside the tables, by the tables' identities."""

import datetime
import re

_BARE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
_BLANK = " \t"
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_INTEGER = re.compile(r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
                      r"|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)")
_DATETIME = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
                       r"(?:[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?"
                       r"(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?")


class TOMLDecodeError(ValueError):
    pass


class Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float
        self.root = {}
        self.closed = set()  # inline tables and arrays that no header may add to
        self.headed = set()  # tables that a header of their own has made
        self.dotted = set()  # tables that dotted keys have made
        self.arrays = set()  # arrays of tables

    # ------------------------------------------------------------------------------------------ places

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            start = self.text.rfind("\n", 0, at)
            place = "line %d, column %d" % (line, at - start)
        raise TOMLDecodeError("%s (at %s)" % (message, place))

    def peek(self, count=1):
        return self.text[self.at:self.at + count]

    def skip(self, characters):
        while self.at < len(self.text) and self.text[self.at] in characters:
            self.at += 1

    def skip_comment(self):
        if self.peek() != "#":
            return
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        for index in range(self.at, end):
            if self.text[index] < " " and self.text[index] != "\t" or self.text[index] == "\x7f":
                self.fail("Found invalid character %r" % self.text[index], index)
        self.at = end

    def skip_lines(self):
        while True:
            start = self.at
            self.skip(_BLANK + "\n")
            self.skip_comment()
            if self.at == start:
                return

    # ------------------------------------------------------------------------------------------ statements

    def document(self):
        table = self.root
        while True:
            self.skip(_BLANK)
            letter = self.peek()
            if letter == "":
                return self.root
            if letter == "[":
                table = self.array_header() if self.peek(2) == "[[" else self.header()
            elif letter in _BARE + "\"'":
                self.statement(table)
            elif letter not in "\n#":
                self.fail("Invalid statement")
            self.skip(_BLANK)
            self.skip_comment()
            if self.peek() == "":
                return self.root
            if self.peek() != "\n":
                self.fail("Expected newline or end of document after a statement")
            self.at += 1

    def header(self):
        self.at += 1
        self.skip(_BLANK)
        key = self.key()
        parent = self.descend(self.root, key[:-1])
        table = parent.get(key[-1])
        if table is None:
            table = parent[key[-1]] = {}
        elif not isinstance(table, dict) or id(table) in self.headed | self.closed | self.dotted:
            self.fail("Cannot declare %s twice" % (key,))
        self.headed.add(id(table))
        if self.peek() != "]":
            self.fail("Expected ']' at the end of a table declaration")
        self.at += 1
        return table

    def array_header(self):
        self.at += 2
        self.skip(_BLANK)
        key = self.key()
        parent = self.descend(self.root, key[:-1])
        array = parent.setdefault(key[-1], [])
        if not isinstance(array, list):
            self.fail("Cannot overwrite a value")
        if array and id(array) not in self.arrays:
            self.fail("Cannot mutate immutable namespace %s" % (key,))
        self.arrays.add(id(array))
        table = {}
        array.append(table)
        if self.peek(2) != "]]":
            self.fail("Expected ']]' at the end of an array declaration")
        self.at += 2
        return table

    def descend(self, table, parts):
        """The table that the parts of a header lead to; of an array of tables it is the last one."""
        for part in parts:
            table = table.setdefault(part, {})
            if isinstance(table, list) and id(table) in self.arrays:
                table = table[-1]
            if not isinstance(table, dict):
                self.fail("Cannot overwrite a value")
            if id(table) in self.closed:
                self.fail("Cannot mutate immutable namespace %s" % (tuple(parts),))
        return table

    def statement(self, table):
        key, value = self.pair()
        for part in key[:-1]:
            is_new = part not in table
            table = table.setdefault(part, {})
            if not isinstance(table, dict):
                self.fail("Cannot overwrite a value")
            if id(table) in self.closed or (not is_new and id(table) in self.headed):
                self.fail("Cannot redefine namespace %s" % (key[:-1],))
            if is_new:
                self.dotted.add(id(table))
        if key[-1] in table:
            self.fail("Cannot overwrite a value")
        table[key[-1]] = value

    def pair(self):
        key = self.key()
        if self.peek() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(_BLANK)
        return key, self.value()

    def key(self):
        parts = [self.key_part()]
        self.skip(_BLANK)
        while self.peek() == ".":
            self.at += 1
            self.skip(_BLANK)
            parts.append(self.key_part())
            self.skip(_BLANK)
        return tuple(parts)

    def key_part(self):
        letter = self.peek()
        if letter == '"':
            return self.basic_string()
        if letter == "'":
            return self.literal_string()
        start = self.at
        self.skip(_BARE)
        if start == self.at:
            self.fail("Invalid initial character for a key part")
        return self.text[start:self.at]

    # ------------------------------------------------------------------------------------------ values

    def value(self):
        letter = self.peek()
        if letter == '"':
            return self.long_string('"""', True) if self.peek(3) == '"""' else self.basic_string()
        if letter == "'":
            return self.long_string("'''", False) if self.peek(3) == "'''" else self.literal_string()
        if letter == "[":
            return self.array()
        if letter == "{":
            return self.inline_table()
        for text, value in (("true", True), ("false", False)):
            if self.peek(len(text)) == text:
                self.at += len(text)
                return value
        return self.date_or_number()

    def date_or_number(self):
        match = _DATETIME.match(self.text, self.at)
        if match is not None:
            return self.moment(match, _make_datetime)
        match = _TIME.match(self.text, self.at)
        if match is not None:
            return self.moment(match, _make_time)
        for text in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
            if self.peek(len(text)) == text:
                self.at += len(text)
                return self.parse_float(text)
        match = _INTEGER.match(self.text, self.at)
        if match is None:
            self.fail("Invalid value")
        self.at = match.end()
        if match["float"]:
            return self.parse_float(match[0].replace("_", ""))
        return int(match[0].replace("_", ""), 0)

    def moment(self, match, make):
        try:
            made = make(match)
        except ValueError:
            self.fail("Invalid date or datetime")
        self.at = match.end()
        return made

    def array(self):
        self.at += 1
        made = []
        self.closed.add(id(made))
        self.skip_lines()
        while self.peek() != "]":
            made.append(self.value())
            self.skip_lines()
            if self.peek() == ",":
                self.at += 1
                self.skip_lines()
            elif self.peek() != "]":
                self.fail("Unclosed array")
        self.at += 1
        return made

    def inline_table(self):
        self.at += 1
        made = {}
        self.skip(_BLANK)
        while self.peek() != "}":
            self.inline_pair(made)
            self.skip(_BLANK)
            if self.peek() == ",":
                self.at += 1
                self.skip(_BLANK)
                if self.peek() == "}":
                    self.fail("Invalid initial character for a key part")
            elif self.peek() != "}":
                self.fail("Unclosed inline table")
        self.at += 1
        self.closed.add(id(made))
        return made

    def inline_pair(self, table):
        key, value = self.pair()
        for part in key[:-1]:
            table = table.setdefault(part, {})
            if not isinstance(table, dict) or id(table) in self.closed:
                self.fail("Cannot redefine namespace %s" % (key[:-1],))
        if key[-1] in table:
            self.fail("Duplicate inline table key %r" % key[-1])
        table[key[-1]] = value

    # ------------------------------------------------------------------------------------------ strings

    def literal_string(self):
        self.at += 1
        start = self.at
        while self.peek() not in ("'", "\n", ""):
            self.hold_character("\t")
            self.at += 1
        if self.peek() != "'":
            self.fail("Expected \"'\"" if self.peek() == "" else "Found invalid character '\\n'")
        self.at += 1
        return self.text[start:self.at - 1]

    def basic_string(self):
        self.at += 1
        made = []
        while self.peek() != '"':
            if self.peek() == "":
                self.fail("Unterminated string")
            made.append(self.escape(False) if self.peek() == "\\" else self.character("\t"))
        self.at += 1
        return "".join(made)

    def long_string(self, quotes, has_escapes):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        made = []
        while self.peek(3) != quotes:
            if self.peek() == "":
                self.fail("Unterminated string" if has_escapes else 'Expected "%s"' % quotes)
            made.append(self.escape(True) if has_escapes and self.peek() == "\\" else self.character("\t\n"))
        self.at += 3
        for _ in range(2):  # up to two quotes may stand before the closing ones
            if self.peek() == quotes[0]:
                made.append(quotes[0])
                self.at += 1
        return "".join(made)

    def hold_character(self, allowed):
        letter = self.peek()
        if (letter < " " or letter == "\x7f") and letter not in allowed:
            self.fail("Illegal character %r" % letter)

    def character(self, allowed):
        self.hold_character(allowed)
        self.at += 1
        return self.text[self.at - 1]

    def escape(self, is_long):
        letter = self.peek(2)[1:]
        if is_long and letter and letter in " \t\n":
            self.at += 1
            self.skip(_BLANK)
            if self.peek() != "\n":
                self.fail("Unescaped '\\' in a string")
            self.skip(_BLANK + "\n")
            return ""
        if letter in _ESCAPES and letter:
            self.at += 2
            return _ESCAPES[letter]
        if letter in ("u", "U"):
            return self.code_point(4 if letter == "u" else 8)
        self.at += 2
        self.fail("Unescaped '\\' in a string")

    def code_point(self, digits):
        text = self.text[self.at + 2:self.at + 2 + digits]
        if not re.fullmatch("[0-9a-fA-F]{%d}" % digits, text):
            self.fail("Invalid hex value")
        number = int(text, 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            self.fail("Escaped character is not a Unicode scalar value")
        self.at += 2 + digits
        return chr(number)


def _microseconds(digits):
    return int(digits.ljust(6, "0")) if digits else 0


def _make_time(match):
    hour, minute, second, fraction = match.groups()
    return datetime.time(int(hour), int(minute), int(second), _microseconds(fraction))


def _make_datetime(match):
    year, month, day, hour, minute, second, fraction, zulu, sign, off_hours, off_minutes = match.groups()
    if hour is None:
        return datetime.date(int(year), int(month), int(day))
    zone = None
    if zulu:
        zone = datetime.timezone.utc
    elif sign:
        offset = datetime.timedelta(hours=int(off_hours), minutes=int(off_minutes))
        zone = datetime.timezone(offset if sign == "+" else -offset)
    return datetime.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                             _microseconds(fraction), tzinfo=zone)
