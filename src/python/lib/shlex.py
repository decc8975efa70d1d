"""Words of a text by the rules of a shell."""

from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_")


class shlex:
    """The words one after the other. In POSIX mode quotes vanish and backslashes escape."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.instream = StringIO(instream) if isinstance(instream, str) else instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.lineno = 1
        self.token = ""
        self.punctuation_chars = "" if not punctuation_chars else (
            "();<>|&" if punctuation_chars is True else punctuation_chars)
        if self.punctuation_chars:
            self.wordchars += "~-./*?="
        self._pushed = deque()
        self._text = None
        self._at = 0

    def push_token(self, tok):
        self._pushed.appendleft(tok)

    def get_token(self):
        if self._pushed:
            return self._pushed.popleft()
        return self.read_token()

    def _next(self):
        if self._text is None:
            self._text = self.instream.read()
        letter = self._text[self._at:self._at + 1]
        self._at += 1
        if letter == "\n":
            self.lineno += 1
        return letter

    def _back(self):
        self._at -= 1

    def read_token(self):
        letter = self._next()
        while letter and (letter in self.whitespace or letter in self.commenters):
            if letter in self.commenters:
                while letter not in ("", "\n"):
                    letter = self._next()
            letter = self._next()
        if not letter:
            return self.eof
        if letter in self.punctuation_chars and letter:
            return self._run_of_punctuation(letter)
        if not self.posix and letter in self.quotes:
            return letter + self._quoted(letter) + letter
        if not self._belongs(letter):
            return letter
        return self._word(letter)

    def _belongs(self, letter):
        if self.whitespace_split:
            return letter not in self.punctuation_chars or not letter
        special = self.quotes + self.escape if self.posix else ""
        return letter in self.wordchars or letter in special

    def _run_of_punctuation(self, letter):
        made = ""
        while letter and letter in self.punctuation_chars:
            made += letter
            letter = self._next()
        self._back()
        return made

    def _quoted(self, quote):
        """What follows an opening quote, up to the closing one."""
        made = ""
        letter = self._next()
        while letter != quote:
            if not letter:
                raise ValueError("No closing quotation")
            if self.posix and letter in self.escape and quote in self.escapedquotes:
                following = self._next()
                if not following:
                    raise ValueError("No escaped character")
                made += following if following in (quote, letter) else letter + following
            else:
                made += letter
            letter = self._next()
        return made

    def _word(self, letter):
        made = ""
        while letter and letter not in self.whitespace:
            if letter in self.commenters and not self.posix:
                break
            if letter in self.commenters and not self.whitespace_split:
                break
            if self.posix and letter in self.quotes:
                made += self._quoted(letter)
            elif self.posix and letter in self.escape:
                following = self._next()
                if not following:
                    raise ValueError("No escaped character")
                made += following
            elif self._belongs(letter) or (self.whitespace_split and letter not in self.punctuation_chars):
                made += letter
            elif not self.posix and letter in self.quotes:
                made += letter
            else:
                break
            letter = self._next()
        self._back()
        return made

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def quote(s):
    if not s:
        return "''"
    if all(letter in _SAFE for letter in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(word) for word in split_command)
