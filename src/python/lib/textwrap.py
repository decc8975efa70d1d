"""Wrapping, indenting and dedenting of text."""


def dedent(text):
    margin = None
    lines = text.split("\n")
    for line in lines:
        if not line.strip(" \t"):
            continue
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            shared = 0
            while shared < min(len(margin), len(indent)) and margin[shared] == indent[shared]:
                shared += 1
            margin = margin[:shared]
    width = len(margin or "")
    return "\n".join(line[width:] if line.strip(" \t") else "" for line in lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.break_long_words = break_long_words
        self.break_on_hyphens = break_on_hyphens
        self.max_lines = max_lines
        self.placeholder = placeholder
        self.tabsize = tabsize

    def _pieces(self, word):
        """Where a word may be broken: after a hyphen between letters."""
        if not self.break_on_hyphens:
            return [word]
        pieces = [""]
        for position, char in enumerate(word):
            pieces[-1] += char
            inside = 0 < position < len(word) - 1
            if inside and char == "-" and word[position - 1].isalpha() and word[position + 1].isalpha():
                pieces.append("")
        return pieces

    def wrap(self, text):
        lines = []
        line = ""
        room = self.width - len(self.initial_indent)
        for word in text.expandtabs(self.tabsize).split():
            space = " " if line else ""
            for piece in self._pieces(word):
                if line and len(line) + len(space) + len(piece) > room:
                    lines.append(line)
                    room = self.width - len(self.subsequent_indent)
                    line, space = "", ""
                while self.break_long_words and len(piece) > room:
                    lines.append(piece[:room])
                    piece = piece[room:]
                    room = self.width - len(self.subsequent_indent)
                line += space + piece
                space = ""
        if line:
            lines.append(line)
        if self.max_lines is not None and len(lines) > self.max_lines:
            lines = lines[: self.max_lines]
            room = self.width - len(self.subsequent_indent if self.max_lines > 1 else self.initial_indent)
            while lines[-1] and len(lines[-1]) + len(self.placeholder) > room:
                lines[-1] = lines[-1].rpartition(" ")[0]
            lines[-1] = lines[-1] + self.placeholder if lines[-1] else self.placeholder.lstrip()
        return [(self.subsequent_indent if n else self.initial_indent) + line for n, line in enumerate(lines)]

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))
