import datetime
import re

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9_]*)$|[-+]?0[0-7_]+$|[-+]?0x[0-9a-fA-F_]+$|[-+]?0b[01_]+$")
_FLOAT = re.compile(r"[-+]?([0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?)$")
_SIXTIES = re.compile(r"[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_TIME = re.compile(r"\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?$")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS.update({word: True for yes in ("yes", "true", "on") for word in (yes, yes.capitalize(), yes.upper())})
_WORDS.update({word: False for no in ("no", "false", "off") for word in (no, no.capitalize(), no.upper())})
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
            "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0"}
_KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"""
    r"""|[^\s#'"\[\]{},&*!|>%@`-][^#]*?|-[^\s#][^#]*?|[^\s:][^:]*?#[^\s:]*?)\s*:(?=\s|$)"""
)


class YAMLError(Exception):
    pass


def plain(text):
    """The value of a scalar without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        digits = text.replace("_", "")
        sign = -1 if digits[0] == "-" else 1
        digits = digits.lstrip("+-")
        if digits.startswith(("0x", "0b")):
            return sign * int(digits, 0)
        return sign * int(digits, 8 if digits[0] == "0" and len(digits) > 1 else 10)
    if _SIXTIES.match(text):
        total = 0
        for part in text.lstrip("+-").replace("_", "").split(":"):
            total = total * 60 + int(part)
        return -total if text[0] == "-" else total
    if _FLOAT.match(text):
        return float(text.replace("_", ""))
    if text.lower().lstrip("+-") in (".inf", ".nan") and text.count(".") == 1:
        return float(text.replace(".", ""))
    if _DATE.match(text):
        return datetime.date.fromisoformat(text)
    if _TIME.match(text):
        return datetime.datetime.fromisoformat(re.sub(r"[Tt]|[ \t]+", "T", text, count=1).replace("Z", "+00:00"))
    return text


class Line:
    def __init__(self, number, indent, text):
        self.number = number
        self.indent = indent
        self.text = text


class Reader:
    def __init__(self, text):
        self.raw = text.replace("\r\n", "\n").split("\n")
        self.at = 0
        self.anchors = {}

    def fail(self, message):
        raise YAMLError(message + "\n  in line " + str(self.at + 1))

    # ---- lines

    def peek(self):
        """The next line with something on it; None at the end of a document."""
        while self.at < len(self.raw):
            raw = self.raw[self.at]
            text = raw.lstrip(" ")
            if text.strip() and not text.startswith("#"):
                if raw.startswith(("---", "...")) and (len(raw) == 3 or raw[3] in " \t"):
                    return None
                if text[0] == "\t":
                    self.fail("found character '\\t' that cannot start any token")
                return Line(self.at, len(raw) - len(text), text.rstrip())
            self.at += 1
        return None

    def documents(self):
        found = []
        while self.at < len(self.raw):
            while self.at < len(self.raw) and self.raw[self.at].startswith("%"):
                self.at += 1
            started = False
            if self.peek() is None and self.at < len(self.raw):
                rest = self.raw[self.at][3:].strip()
                started = self.raw[self.at].startswith("---")
                self.raw[self.at] = rest if rest and not rest.startswith("#") else ""
            line = self.peek()
            if line is None and not started:
                continue
            found.append(None if line is None else self.block(line.indent))
            if self.peek() is not None:
                self.fail("expected the end of the document")
        return found

    # ---- blocks

    def block(self, indent):
        line = self.peek()
        if line.text == "-" or line.text.startswith("- "):
            return self.sequence(line.indent, [])
        if self.key_of(line.text) is not None:
            return self.mapping(line.indent, {})
        self.at += 1
        return self.value(line.text, indent - 1)

    def key_of(self, text):
        if text.startswith("? "):
            self.fail("complex keys are not read")
        if text[0] in "[{":
            return None
        start = 0
        while text[start:start + 1] in ("&", "!"):
            start = len(text) - len(text[start:].partition(" ")[2].lstrip())
        if text.startswith("*"):
            found = re.match(r"(\*\S+)\s*:(?=\s|$)", text)
        else:
            found = _KEY.match(text, start)
        return found

    def sequence(self, indent, items):
        while True:
            line = self.peek()
            if line is None or line.indent != indent or not (line.text == "-" or line.text.startswith("- ")):
                break
            rest = line.text[1:].lstrip()
            is_text = not rest or rest.startswith("#")
            if not is_text and (self.key_of(rest) is not None or rest.startswith("- ") or rest == "-"):
                inner = line.indent + len(line.text) - len(rest)
                self.raw[line.number] = " " * inner + rest
                items.append(self.block(inner))
            else:
                self.at += 1
                items.append(self.value(rest, indent))
        return items

    def mapping(self, indent, made):
        merged = []
        while True:
            line = self.peek()
            if line is None or line.indent != indent:
                break
            found = self.key_of(line.text)
            if found is None:
                self.fail("could not find expected ':'")
            written = found.group(1)
            self.at += 1
            value = self.value(line.text[found.end():].strip(), indent, True)
            if written == "<<":
                merged.extend(value if isinstance(value, list) else [value])
            else:
                made[self.key(written)] = value
        if not merged:
            return made
        whole = {}
        for other in reversed(merged):
            whole.update(other)
        whole.update(made)
        return whole

    def key(self, written):
        if written[0] in "\"'":
            return Flow(self, written).value()
        return self.anchors[written[1:]] if written[0] == "*" else plain(written)

    def value(self, text, indent, in_mapping=False):
        """What stands behind "key:" or "-", and on the lines below that are indented deeper."""
        anchor = tag = None
        while text[:1] in ("&", "!"):
            word, _, text = text.partition(" ")
            anchor, tag = (word[1:], tag) if word[0] == "&" else (anchor, word)
            text = text.strip()
        made = self.untagged(text, indent, in_mapping, anchor)
        if tag is not None:
            made = self.tagged(tag, made)
        if anchor is not None:
            self.anchors[anchor] = made
        return made

    def tagged(self, tag, value):
        if tag in ("!", "!!str"):
            return "" if value is None else str(value)
        if tag in ("!!int", "!!float"):
            return (int if tag == "!!int" else float)(value)
        if tag in ("!!map", "!!seq", "!!bool", "!!null", "!!timestamp"):
            return value
        self.fail("could not determine a constructor for the tag " + repr(tag))

    def untagged(self, text, indent, in_mapping, anchor):
        if text[:1] in ("|", ">"):
            return self.scalar_block(text, indent)
        if text.startswith("#") or not text:
            line = self.peek()
            if line is None:
                return None
            if line.indent > indent:
                return self.block(line.indent)
            if in_mapping and line.indent == indent and (line.text == "-" or line.text.startswith("- ")):
                return self.sequence(indent, [])
            return None
        if text[0] == "*":
            return self.anchors[text[1:].split()[0]]
        if text[0] in "[{\"'":
            flow = Flow(self, text)
            made = flow.value()
            flow.end()
            return made
        return plain(self.folded(text, indent))

    def folded(self, text, indent):
        """A plain scalar that goes on in deeper lines."""
        parts = [self.without_comment(text)]
        while self.at < len(self.raw):
            raw = self.raw[self.at]
            depth = len(raw) - len(raw.lstrip(" "))
            if raw.strip() and (depth <= indent or raw.lstrip().startswith("#") or raw.startswith(("---", "..."))):
                break
            if not raw.strip() and not any(later.strip() for later in self.raw[self.at:]):
                break
            parts.append(self.without_comment(raw.strip()))
            self.at += 1
        while parts and not parts[-1]:
            parts.pop()
        return join_folded(parts)

    @staticmethod
    def without_comment(text):
        at = text.find(" #")
        return (text if at < 0 else text[:at]).strip()

    def scalar_block(self, header, indent):
        header = header.split(" #")[0].strip()
        keep = "+" in header
        strip = "-" in header
        digits = re.sub(r"\D", "", header)
        depth = max(indent, 0) + int(digits) if digits else None
        lines = []
        while self.at < len(self.raw):
            raw = self.raw[self.at]
            here = len(raw) - len(raw.lstrip(" "))
            if raw.strip():
                depth = here if depth is None else depth
                if here < depth or depth <= indent or raw.startswith(("---", "...")):
                    break
            lines.append(raw[depth:] if depth is not None and raw.strip(" ") else "")
            self.at += 1
        tail = 0
        while lines and not lines[-1]:
            lines.pop()
            tail += 1
        if not lines:
            return "\n" * tail if keep else ""
        body = "\n".join(lines) if header[0] == "|" else fold_block(lines)
        return body + ("" if strip else "\n" + "\n" * (tail if keep else 0))


def join_folded(parts):
    text = ""
    blanks = 0
    for part in parts:
        if not part:
            blanks += 1
            continue
        text += ("\n" * blanks if blanks else " ") + part if text else part
        blanks = 0
    return text


def fold_block(lines):
    text = lines[0]
    for before, line in zip(lines, lines[1:]):
        deeper = line[:1] in (" ", "\t") or before[:1] in (" ", "\t")
        if not line:
            text += "\n"
        elif not before:
            text += ("\n" if deeper else "") + line
        else:
            text += ("\n" if deeper else " ") + line
    return text


class Flow:
    """Brackets, braces and quotes, which may go on over lines."""

    def __init__(self, reader, text):
        self.reader = reader
        self.text = text
        self.at = 0

    def more(self):
        reader = self.reader
        if reader.at >= len(reader.raw):
            reader.fail("unexpected end of the stream")
        self.text += "\n" + reader.raw[reader.at].strip()
        reader.at += 1

    def skip(self):
        while True:
            while self.at < len(self.text) and self.text[self.at] in " \t\n":
                self.at += 1
            if self.at < len(self.text) and self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif self.at < len(self.text):
                return self.text[self.at]
            else:
                self.more()

    def end(self):
        rest = self.text[self.at:].strip()
        if rest and not rest.startswith("#"):
            self.reader.fail("unexpected " + repr(rest))

    def value(self):
        letter = self.skip()
        if letter == "[":
            return self.items([])
        if letter == "{":
            return self.pairs({})
        if letter == '"':
            return self.double_quoted()
        if letter == "'":
            return self.single_quoted()
        if letter == "*":
            return self.reader.anchors[self.word()[1:]]
        return plain(self.word())

    def word(self):
        start = self.at
        while self.at < len(self.text):
            letter = self.text[self.at]
            follows = self.text[self.at + 1:self.at + 2]
            if letter in ",[]{}\n" or letter == ":" and (not follows or follows in " \n,]}"):
                break
            if letter == "#" and self.text[self.at - 1] == " ":
                break
            self.at += 1
        return self.text[start:self.at].strip()

    def items(self, made):
        self.at += 1
        while self.skip() != "]":
            value = self.value()
            if self.skip() == ":":
                self.at += 1
                value = {value: self.value()}
            made.append(value)
            if self.skip() == ",":
                self.at += 1
        self.at += 1
        return made

    def pairs(self, made):
        self.at += 1
        while self.skip() != "}":
            key = self.value()
            value = None
            if self.skip() == ":":
                self.at += 1
                value = None if self.skip() in ",}" else self.value()
            made[key] = value
            if self.skip() == ",":
                self.at += 1
        self.at += 1
        return made

    def single_quoted(self):
        parts = []
        self.at += 1
        while True:
            end = self.text.find("'", self.at)
            if end < 0:
                self.more()
                continue
            parts.append(self.text[self.at:end])
            self.at = end + 1
            if self.text[self.at:self.at + 1] != "'":
                break
            parts.append("'")
            self.at += 1
        text = "".join(parts)
        return join_folded([line.strip() for line in text.split("\n")]) if "\n" in text else text

    def double_quoted(self):
        text = ""
        self.at += 1
        while True:
            if self.at >= len(self.text):
                self.more()
            letter = self.text[self.at]
            self.at += 1
            if letter == '"':
                return text
            if letter == "\n":
                text = text.rstrip(" \t") + " "
            elif letter != "\\":
                text += letter
            else:
                text += self.escape()

    def escape(self):
        if self.at >= len(self.text):
            self.more()
        letter = self.text[self.at]
        self.at += 1
        if letter == "\n":
            return ""
        size = {"x": 2, "u": 4, "U": 8}.get(letter)
        if size is None:
            if letter not in _ESCAPES:
                self.reader.fail("found unknown escape character " + repr(letter))
            return _ESCAPES[letter]
        digits = self.text[self.at:self.at + size]
        self.at += size
        return chr(int(digits, 16))
