"""The codes by which terminals show colours."""

_COLOURS = ("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE")


class _Codes:
    def __init__(self, **codes):
        for name, code in codes.items():
            setattr(self, name, "\033[%dm" % code)


def _colours(first):
    codes = {name: first + number for number, name in enumerate(_COLOURS)}
    codes.update({"LIGHT%s_EX" % name: first + 60 + number for number, name in enumerate(_COLOURS)})
    return _Codes(RESET=first + 9, **codes)


Fore = _colours(30)
Back = _colours(40)
Style = _Codes(BRIGHT=1, DIM=2, NORMAL=22, RESET_ALL=0)


def init(autoreset=False, convert=None, strip=None, wrap=True):
    pass


def just_fix_windows_console():
    pass


def deinit():
    pass


def reinit():
    pass
