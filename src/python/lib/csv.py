"""Tables as text, a row a line."""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "unix_dialect", "reader", "writer", "DictReader", "DictWriter", "register_dialect", "unregister_dialect",
           "get_dialect", "list_dialects", "field_size_limit"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3
_limit = 131072


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting",
            "strict")


def register_dialect(name, dialect=excel, **fmtparams):
    _dialects[name] = _settle(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    old = _limit
    if new_limit is not None:
        _limit = new_limit
    return old


def _settle(dialect, options):
    """A dialect with what was given besides; checked."""
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for name in _OPTIONS:
        setattr(made, name, getattr(dialect, name, getattr(Dialect, name)))
    for name, value in options.items():
        if name not in _OPTIONS:
            raise TypeError("%r is an invalid keyword argument for this function" % (name,))
        setattr(made, name, value)
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    if made.quotechar is not None and (not isinstance(made.quotechar, str) or len(made.quotechar) > 1):
        raise TypeError('"quotechar" must be a 1-character string')
    if not made.quotechar and "quotechar" in options and "quoting" not in options:
        made.quoting = QUOTE_NONE
    if made.quoting != QUOTE_NONE and not made.quotechar:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


class reader:
    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _settle(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def _next_line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s (the file should be opened in text mode)"
                        % type(line).__name__)
        self.line_num += 1
        return line

    def __next__(self):
        self._fields = []
        self._start_field()
        self._state = "start row"
        while True:
            self._read_line(self._next_line())
            if self._state != "quoted":
                break
            try:
                line = self._next_line()
            except StopIteration:
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                self._end_field()
                break
            self._lines = _Before(line, self._lines)
            self.line_num -= 1
        return self._fields

    def _start_field(self):
        self._text = []
        self._is_number = False
        self._was_quoted = False

    def _end_field(self):
        text = "".join(self._text)
        if len(text) > _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        self._fields.append(float(text) if self._is_number else text)
        self._start_field()

    def _read_line(self, line):
        dialect = self.dialect
        escaped = False
        for char in line:
            if escaped:
                self._text.append(char)
                escaped = False
            elif char == dialect.escapechar:
                escaped = True
                if self._state not in ("quoted",):
                    self._state = "field"
            elif self._state == "quoted":
                if char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                    self._state = "quote in quoted" if dialect.doublequote else "field"
                else:
                    self._text.append(char)
            elif self._state == "quote in quoted" and char == dialect.quotechar:
                self._text.append(char)
                self._state = "quoted"
            elif char in "\r\n":
                break
            elif char == dialect.delimiter:
                self._end_field()
                self._state = "start field"
            elif self._state == "quote in quoted" and dialect.strict:
                raise Error("%r expected after %r" % (dialect.delimiter, dialect.quotechar))
            elif self._state in ("start field", "start row"):
                self._start_with(char)
            else:
                self._text.append(char)
                self._state = "field"
        if self._state == "start row" and not self._text:
            return
        if self._state != "quoted":
            self._end_field()

    def _start_with(self, char):
        dialect = self.dialect
        if char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = "quoted"
        elif char == " " and dialect.skipinitialspace:
            self._state = "start field"
        else:
            self._is_number = dialect.quoting == QUOTE_NONNUMERIC
            self._text.append(char)
            self._state = "field"


class _Before:
    """An iterator with one more item at its beginning."""

    def __init__(self, first, rest):
        self._first = [first]
        self._rest = rest

    def __next__(self):
        return self._first.pop() if self._first else next(self._rest)


class _Writer:
    def __init__(self, csvfile, dialect, fmtparams):
        self._write = csvfile.write
        self.dialect = _settle(dialect, fmtparams)

    def _needs_quotes(self, value, text, is_only):
        dialect = self.dialect
        if dialect.quoting == QUOTE_ALL:
            return True
        if dialect.quoting == QUOTE_NONE:
            return False
        if dialect.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)):
            return True
        special = dialect.delimiter + (dialect.quotechar or "") + (dialect.escapechar or "") + "\r\n"
        return any(char in special for char in text) or (is_only and not text)

    def _field(self, value, is_only):
        dialect = self.dialect
        text = "" if value is None else repr(value) if type(value) is float else str(value)
        if self._needs_quotes(value, text, is_only):
            quote = dialect.quotechar
            if dialect.doublequote:
                text = text.replace(quote, quote + quote)
            elif dialect.escapechar:
                text = text.replace(quote, dialect.escapechar + quote)
            elif quote in text:
                raise Error("need to escape, but no escapechar set")
            return quote + text + quote
        if dialect.quoting == QUOTE_NONE:
            if is_only and not text:
                raise Error("single empty field record must be quoted")
            return self._escaped(text)
        return text

    def _escaped(self, text):
        dialect = self.dialect
        special = dialect.delimiter + (dialect.quotechar or "") + (dialect.escapechar or "") + "\r\n"
        out = []
        for char in text:
            if char in special:
                if not dialect.escapechar:
                    raise Error("need to escape, but no escapechar set")
                out.append(dialect.escapechar)
            out.append(char)
        return "".join(out)

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error("iterable expected, not " + type(row).__name__) from None
        fields = [self._field(value, len(values) == 1) for value in values]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, dialect, fmtparams)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None else None
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        found = dict(zip(self.fieldnames, row))
        known, given = len(self.fieldnames), len(row)
        if known < given:
            found[self.restkey] = row[known:]
        for name in self.fieldnames[given:]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.fieldnames = list(fieldnames)
        self.restval = restval
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def _row(self, values):
        if self.extrasaction == "raise":
            wrong = [name for name in values if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [values.get(name, self.restval) for name in self.fieldnames]

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
