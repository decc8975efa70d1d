"""Warnings: which are shown is decided here, where they are shown by the program."""

import _runtime

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")

# (action, message, category, module, line); message and module are regular expressions, None for any.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_shown = set()
_recorders = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        import linecache

        line = linecache.getline(filename, lineno)
    line = line.strip()
    return text + "  " + line + "\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    text = formatwarning(message, category, filename, lineno, line)
    if file is None:
        _runtime.emit_warning(text)
    else:
        file.write(text)


def _show(message, category, filename, lineno):
    if _recorders and _recorders[-1] is not None:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def _matches(pattern, text, ignore_case=False):
    if pattern is None:
        return True
    if ignore_case:
        pattern, text = pattern.lower(), text.lower()
    if not any(char in ".^$*+?{}[]\\|()" for char in pattern):
        return text.startswith(pattern)
    import re

    return re.match(pattern, text) is not None


def _find_action(text, category, module, lineno):
    for action, message, wanted, wanted_module, wanted_line in filters:
        if (issubclass(category, wanted) and (wanted_line == 0 or wanted_line == lineno)
                and _matches(message, text, True) and _matches(wanted_module, module)):
            return action
    return defaultaction


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    action = _find_action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        place = {"once": (), "module": (module,)}.get(action, (module, lineno))
        key = (text, category) + place
        if key in _shown:
            return
        _shown.add(key)
    _show(message, category, filename, lineno)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    frames = _runtime.frames()[1:]
    if len(frames) >= max(stacklevel, 1):
        filename, lineno, _, _, names = frames[max(stacklevel, 1) - 1]
        module = names.get("__name__", "<string>")
    else:
        filename, lineno, module = "sys", 1, "sys"
    warn_explicit(message, category, filename, lineno, module)


def _add_filter(item, append):
    global filters
    if append:
        if item not in filters:
            filters = filters + [item]
    else:
        filters = [item] + [known for known in filters if known != item]


def _check_action(action):
    if action not in _ACTIONS:
        raise AssertionError("invalid action: %r" % (action,))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check_action(action)
    _add_filter((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    global filters
    filters = []


class catch_warnings:
    """Filters are as before when the block ends; with record=True warnings go to a list instead."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        global _shown
        self._filters, self._shown_before, self._showwarning = filters, _shown, showwarning
        _shown = set()
        recorded = [] if self._record else None
        _recorders.append(recorded if self._record else _recorders[-1] if _recorders else None)
        if self._filter is not None:
            simplefilter(*self._filter)
        return recorded

    def __exit__(self, *exc_info):
        global filters, _shown, showwarning
        filters, _shown, showwarning = self._filters, self._shown_before, self._showwarning
        _recorders.pop()
