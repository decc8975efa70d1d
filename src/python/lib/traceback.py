"""Exceptions and calls as text."""

import sys

import _runtime


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **places):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = locals
        self._line = line

    @property
    def line(self):
        if self._line is None:
            import linecache

            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _tuple(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __iter__(self):
        return iter(self._tuple())

    def __getitem__(self, index):
        return self._tuple()[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return self._tuple() == tuple(other)
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    @classmethod
    def from_list(cls, entries):
        return cls(entry if isinstance(entry, FrameSummary) else FrameSummary(*entry[:3], line=entry[3])
                   for entry in entries)

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        return _limited(cls(FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name)
                            for frame, line in frames), limit)

    def format(self):
        return [_format_entry(entry) for entry in self]


def _format_entry(entry):
    filename, lineno, name, line = entry
    text = '  File "%s", line %s, in %s\n' % (filename, lineno, name)
    return text + "    " + line.strip() + "\n" if line else text


def _limited(entries, limit):
    if limit is None:
        return entries
    return type(entries)(entries[-limit:] if limit < 0 else entries[:limit])


def extract_tb(tb, limit=None):
    entries = StackSummary()
    while tb is not None:
        code = tb.tb_frame.f_code
        entries.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name))
        tb = tb.tb_next
    return _limited(entries, limit)


def extract_stack(f=None, limit=None):
    frames = [entry for entry in _runtime.frames() if entry[4].get("__name__") != __name__]
    entries = StackSummary(FrameSummary(*entry[:3], line=entry[3]) for entry in reversed(frames))
    return entries if limit is None else StackSummary(entries[-limit:])


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _print("".join(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def _exception_of(exc, value):
    if isinstance(exc, BaseException):
        return exc
    return value if isinstance(value, BaseException) else None


def format_exception_only(exc, value=None):
    exception = _exception_of(exc, value)
    if exception is None:
        return ["NoneType: None\n" if exc is None else "%s\n" % exc.__name__]
    notes = [note + "\n" for note in getattr(exception, "__notes__", ())]
    return [_runtime.exception_text(exception) + "\n"] + notes


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    exception = _exception_of(exc, value)
    if exception is None:
        return format_exception_only(exc, value)
    if chain and limit is None:
        return _runtime.traceback_text(exception).splitlines(True)
    lines = format_tb(exception.__traceback__, limit)
    if lines:
        lines.insert(0, "Traceback (most recent call last):\n")
    return lines + format_exception_only(exception)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def _print(text, file):
    (sys.stderr if file is None else file).write(text)


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    _print("".join(format_exception(exc, value, tb, limit, chain)), file)


def print_exc(limit=None, file=None, chain=True):
    _print(format_exc(limit, chain), file)


def print_tb(tb, limit=None, file=None):
    _print("".join(format_tb(tb, limit)), file)


def print_stack(f=None, limit=None, file=None):
    _print("".join(format_stack(f, limit)), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """The frames of a run that is over hold nothing here."""


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, *, limit=None, **options):
        self.exc_type = exc_type
        self._value = exc_value
        self.stack = extract_tb(exc_value.__traceback__, limit)
        self.__cause__ = exc_value.__cause__
        self.__context__ = exc_value.__context__
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__, **options)

    def format(self, *, chain=True):
        yield from format_exception(self._value, chain=chain)

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def __str__(self):
        return str(self._value)
