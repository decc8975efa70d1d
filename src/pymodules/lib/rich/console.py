"""A console that prints texts without their markup."""

import re
import sys

_MARKUP = re.compile(r"\[/?[a-z#@][^\[\]]*\]|\[/\]")


def plain(value):
    return _MARKUP.sub("", value) if isinstance(value, str) else value


class Console:
    def __init__(self, file=None, stderr=False, **options):
        self.file = file or (sys.stderr if stderr else sys.stdout)

    def print(self, *objects, sep=" ", end="\n", **options):
        print(*[plain(one) for one in objects], sep=sep, end=end, file=self.file)

    log = print

    def rule(self, title="", **options):
        self.print(title)
