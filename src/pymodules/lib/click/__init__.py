"""What applications and migrations call of Click: output, and the context, of which there is none. Commands are opaque:
nothing of Click's command line runs here."""

import re
import sys

_COLORS = {name: number for number, name in enumerate(
    ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"), 30)}
_COLORS.update({"bright_" + name: number + 60 for name, number in list(_COLORS.items())}, reset=39)
_STYLES = {"bold": (1, 22), "dim": (2, 22), "underline": (4, 24), "overline": (53, 55), "italic": (3, 23),
           "blink": (5, 25), "reverse": (7, 27), "strikethrough": (9, 29)}


class ClickException(Exception):
    exit_code = 1

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def format_message(self):
        return self.message

    def __str__(self):
        return self.message


class UsageError(ClickException):
    exit_code = 2

    def __init__(self, message, ctx=None):
        super().__init__(message)
        self.ctx = ctx


class BadParameter(UsageError):
    def __init__(self, message, ctx=None, param=None, param_hint=None):
        super().__init__(message, ctx)
        self.param = param
        self.param_hint = param_hint


class Abort(RuntimeError):
    pass


def get_current_context(silent=False):
    if silent:
        return None
    raise RuntimeError("There is no active click context.")


def unstyle(text):
    return re.sub(r"\033\[[;?0-9]*[a-zA-Z]", "", text)


def style(text, fg=None, bg=None, reset=True, **styles):
    codes = [] if fg is None else ["\033[%dm" % _COLORS[fg]]
    if bg is not None:
        codes.append("\033[%dm" % (_COLORS[bg] + 10))
    codes += ["\033[%dm" % _STYLES[name][0 if on else 1] for name, on in styles.items() if on is not None]
    return "".join(codes) + str(text) + ("\033[0m" if reset else "")


def echo(message=None, file=None, nl=True, err=False, color=None):
    file = file or (sys.stderr if err else sys.stdout)
    text = message.decode("utf-8", "replace") if isinstance(message, bytes) else "" if message is None else str(message)
    file.write((text if color else unstyle(text)) + ("\n" if nl else ""))


def secho(message=None, file=None, nl=True, err=False, color=None, **styles):
    echo(None if message is None else style(message, **styles), file=file, nl=nl, err=err, color=color)


def progressbar(iterable=None, length=None, **options):
    return _Bar(range(length or 0) if iterable is None else iterable)


class _Bar:
    """The things that are counted, without a picture of it."""

    def __init__(self, iterable):
        self._iterable = iterable

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def __iter__(self):
        return iter(self._iterable)

    def update(self, n_steps, current_item=None):
        pass
