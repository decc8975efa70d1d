"""Loggers. The tree of loggers and its lines are the program's own; these are its objects for scripts."""

import _logging

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_level_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_level_numbers = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARNING": 30, "WARN": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}
raiseExceptions = True


def getLevelName(level):
    if isinstance(level, str):
        return _level_numbers.get(level, "Level " + level)
    return _level_names.get(level, "Level " + str(level))


def getLevelNamesMapping():
    return dict(_level_numbers)


def addLevelName(level, name):
    _level_names[level] = name
    _level_numbers[name] = level


def _check_level(level):
    if isinstance(level, str):
        if level not in _level_numbers:
            raise ValueError("Unknown level: " + repr(level))
        return _level_numbers[level]
    return level


class LogRecord:
    def __init__(self, name, level, msg, args, exc_info):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        self.args = args
        self.exc_info = exc_info

    def getMessage(self):
        message = str(self.msg)
        if self.args:
            message = message % self.args
        return message


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = fmt or ("{message}" if style == "{" else "${message}" if style == "$" else "%(message)s")
        self.datefmt = datefmt
        self._style = style

    def format(self, record):
        return record.getMessage()


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return True


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def _passes(self, record):
        for f in self.filters:
            if not (f.filter(record) if hasattr(f, "filter") else f(record)):
                return False
        return True


class Handler(Filterer):
    """A handler of a script's own class: its emit() is called with each record."""

    _target = None

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level = _check_level(level)
        self.formatter = None
        self._loggers = []

    def setLevel(self, level):
        self.level = _check_level(level)
        self._changed()

    def setFormatter(self, fmt):
        self.formatter = fmt
        self._changed()

    def _changed(self):
        for logger in self._loggers:
            logger._send_handlers()

    def _describe(self):
        formatter = self.formatter if isinstance(self.formatter, Formatter) else Formatter()
        return (self._target, "", self.level, formatter._fmt, formatter.datefmt or "", formatter._style)

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        if record.levelno >= self.level and self._passes(record):
            self.emit(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        Handler.__init__(self)
        import sys

        self.stream = sys.stderr if stream is None else stream
        if type(self).emit is StreamHandler.emit:
            self._target = "stdout" if stream is sys.stdout else "stderr" if self.stream is sys.stderr else None

    def emit(self, record):
        self.stream.write(self.format(record) + "\n")


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        Handler.__init__(self)
        self._target = "file"
        self.baseFilename = str(filename)

    def _describe(self):
        described = Handler._describe(self)
        return (described[0], self.baseFilename) + described[2:]


class NullHandler(Handler):
    _target = "null"

    def emit(self, record):
        pass


class Logger(Filterer):
    def __init__(self, name):
        Filterer.__init__(self)
        self.name = name
        self._own_handlers = []

    @property
    def level(self):
        return _logging.level(self.name)

    @property
    def handlers(self):
        return self._own_handlers

    @property
    def parent(self):
        if self.name == "root":
            return None
        return getLogger(self.name.rpartition(".")[0] or None)

    @property
    def propagate(self):
        return _logging.propagate(self.name)

    @propagate.setter
    def propagate(self, value):
        _logging.set_propagate(self.name, bool(value))

    @property
    def disabled(self):
        return _logging.disabled(self.name)

    @disabled.setter
    def disabled(self, value):
        _logging.set_disabled(self.name, bool(value))

    def setLevel(self, level):
        _logging.set_level(self.name, _check_level(level))

    def getEffectiveLevel(self):
        return _logging.effective_level(self.name)

    def isEnabledFor(self, level):
        return _logging.is_enabled(self.name, level)

    def hasHandlers(self):
        return bool(_logging.handler_count(self.name)) or bool(self._own_handlers)

    def getChild(self, suffix):
        return getLogger(suffix if self.name == "root" else self.name + "." + suffix)

    def addHandler(self, hdlr):
        # Handlers of packages that the program does not know have nothing that could be called.
        if isinstance(hdlr, Handler) and hdlr not in self._own_handlers:
            self._own_handlers.append(hdlr)
            hdlr._loggers.append(self)
            self._send_handlers()

    def removeHandler(self, hdlr):
        if hdlr in self._own_handlers:
            self._own_handlers.remove(hdlr)
            hdlr._loggers.remove(self)
            self._send_handlers()

    def _send_handlers(self):
        _logging.set_handlers(self.name, [h._describe() for h in self._own_handlers if h._target is not None])

    def _script_handlers(self):
        logger = self
        while logger is not None:
            for handler in logger._own_handlers:
                if handler._target is None:
                    yield handler
            if not logger.propagate:
                return
            logger = logger.parent

    def log(self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None):
        if not self.isEnabledFor(level):
            return
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        record = LogRecord(self.name, level, msg, args, exc_info)
        if not self._passes(record):
            return
        text = ""
        if exc_info:
            import traceback

            text = traceback.format_exc() if exc_info is True else "".join(
                traceback.format_exception(exc_info if isinstance(exc_info, BaseException) else exc_info[1]))
            text = text.rstrip("\n")
        _logging.log(self.name, level, record.getMessage(), text)
        for handler in self._script_handlers():
            handler.handle(record)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    fatal = critical

    def __repr__(self):
        return "<Logger " + self.name + " (" + getLevelName(self.getEffectiveLevel()) + ")>"


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def __getattr__(self, name):
        return getattr(self.logger, name)


_loggers = {}
lastResort = None


def getLogger(name=None):
    name = name or "root"
    if name not in _loggers:
        _loggers[name] = Logger(name)
        _logging.touch(name)
    return _loggers[name]


root = getLogger()


def getLoggerClass():
    return Logger


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None,
                handlers=None, force=False, encoding=None, errors=None):
    if force:
        for handler in list(root.handlers):
            root.removeHandler(handler)
    if not root.handlers and not _logging.handler_count("root"):
        made = handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
        for handler in made:
            if handler.formatter is None:
                handler.setFormatter(Formatter(format or "%(levelname)s:%(name)s:%(message)s", datefmt, style))
            root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    _logging.disable(_check_level(level))


def captureWarnings(capture):
    pass


def shutdown():
    pass


def log(level, msg, *args, **kwargs):
    root.log(level, msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    root.debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    root.info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    root.warning(msg, *args, **kwargs)


warn = warning


def error(msg, *args, **kwargs):
    root.error(msg, *args, **kwargs)


def exception(msg, *args, **kwargs):
    root.exception(msg, *args, **kwargs)


def critical(msg, *args, **kwargs):
    root.critical(msg, *args, **kwargs)
