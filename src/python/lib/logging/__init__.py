"""Loggers. The tree of loggers and its lines are the program's own; these are its objects for scripts."""

import _logging
from logging._records import (BufferingFormatter, Filter, Filterer, Formatter, LogRecord, PercentStyle, StrFormatStyle,
                              StringTemplateStyle)

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_level_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_level_numbers = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARNING": 30, "WARN": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}
raiseExceptions = True
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


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


class Handler(Filterer):
    """A handler of a script's own class: its emit() is called with each record."""

    _target = None

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level = _check_level(level)
        self.name = None
        self.formatter = None
        self._loggers = []

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def setLevel(self, level):
        self.level = _check_level(level)
        self._changed()

    def setFormatter(self, fmt):
        self.formatter = fmt
        self._changed()

    def _changed(self):
        for logger in self._loggers:
            logger._send_handlers()

    def _own_formatter(self):
        """The plain one where there is none, or where it is of a package that is not there."""
        return self.formatter if isinstance(self.formatter, Formatter) else Formatter()

    def _is_native(self):
        """Whether the program writes the lines itself: those that a script formats are written by the script."""
        return self._target is not None

    def _describe(self):
        formatter = self._own_formatter()
        return (self._target, "", self.level, formatter._fmt, formatter.datefmt or "", formatter._style_letter)

    def format(self, record):
        return self._own_formatter().format(record)

    def handle(self, record):
        passes = self.filter(record)
        if passes:
            self.emit(record)
        return passes

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handleError(self, record):
        pass

    def createLock(self):
        pass

    def acquire(self):
        pass

    def release(self):
        pass

    def flush(self):
        pass

    def close(self):
        pass

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__, getLevelName(self.level))


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        import sys

        self.stream = sys.stderr if stream is None else stream
        if type(self).emit is StreamHandler.emit:
            self._target = "stdout" if self.stream is sys.stdout else "stderr" if self.stream is sys.stderr else None

    def _is_native(self):
        return self._target is not None and type(self._own_formatter()) is Formatter and not self.filters

    def setStream(self, stream):
        before, self.stream = self.stream, stream
        return before

    def emit(self, record):
        self.stream.write(self.format(record) + self.terminator)

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        import os

        Handler.__init__(self)
        self._target = "file"
        self.baseFilename = os.path.abspath(filename)
        if os.path.dirname(self.baseFilename) in os._unmade:
            self._target = "null"
        self.mode = mode
        self.encoding = encoding
        self.delay = delay
        self.stream = None

    def _is_native(self):
        return True

    def _describe(self):
        described = Handler._describe(self)
        return (described[0], self.baseFilename) + described[2:]


class NullHandler(Handler):
    _target = "null"

    def handle(self, record):
        pass

    emit = handle


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

    @handlers.setter
    def handlers(self, value):
        for handler in list(self._own_handlers):
            self.removeHandler(handler)
        for handler in value:
            self.addHandler(handler)

    @property
    def parent(self):
        name = self.name
        while name != "root":
            name = name.rpartition(".")[0] or "root"
            if name in manager.loggerDict:
                return manager.loggerDict[name]
        return None if self is root else root

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
        # One of a package that is not there is not needed either.
        if isinstance(hdlr, Handler) and hdlr not in self._own_handlers:
            self._own_handlers.append(hdlr)
            hdlr._loggers.append(self)
            self._send_handlers()

    def removeHandler(self, hdlr):
        if isinstance(hdlr, Handler) and hdlr in self._own_handlers:
            self._own_handlers.remove(hdlr)
            hdlr._loggers.remove(self)
            self._send_handlers()

    def _send_handlers(self):
        _logging.set_handlers(self.name, [h._describe() for h in self._own_handlers if h._is_native()])

    def _script_handlers(self):
        logger = self
        while logger is not None:
            for handler in logger._own_handlers:
                if not handler._is_native():
                    yield handler
            if not logger.propagate:
                return
            logger = logger.parent

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError("Attempt to overwrite %r in LogRecord" % key)
            record.__dict__[key] = value
        return record

    def log(self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None):
        if not isinstance(level, int):
            raise TypeError("level must be an integer")
        if not self.isEnabledFor(level):
            return
        if exc_info:
            exc_info = _exception_info(exc_info)
        self.handle(self.makeRecord(self.name, level, "(unknown file)", 0, msg, args, exc_info, "(unknown function)",
                                    extra))

    def handle(self, record):
        if type(record.getMessage()).__name__ == "opaque":
            record.msg, record.args = "(what a package would say that is not there)", ()
        if self.disabled or not self.filter(record):
            return
        text = Formatter().formatException(record.exc_info) if record.exc_info else ""
        _logging.log(self.name, record.levelno, record.getMessage(), text)
        for handler in self._script_handlers():
            if record.levelno >= handler.level:
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
    """A logger with something to add to each message."""

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    debug = Logger.debug
    info = Logger.info
    warning = warn = Logger.warning
    error = Logger.error
    exception = Logger.exception
    critical = fatal = Logger.critical

    def __getattr__(self, name):
        return getattr(self.logger, name)

    def __repr__(self):
        return "<LoggerAdapter " + self.name + " (" + getLevelName(self.getEffectiveLevel()) + ")>"


class RootLogger(Logger):
    pass


class Manager:
    """The loggers by their names."""

    def __init__(self):
        self.loggerDict = {}
        self.loggerClass = Logger
        self.disable = NOTSET

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        if name not in self.loggerDict:
            self.loggerDict[name] = self.loggerClass(name)
            _logging.touch(name)
        return self.loggerDict[name]

    def setLoggerClass(self, klass):
        self.loggerClass = klass


lastResort = None
root = RootLogger("root")
manager = Manager()
Logger.root = root
Logger.manager = manager
_logging.touch("root")


def getLogger(name=None):
    return root if not name or name == "root" else manager.getLogger(name)


def getLoggerClass():
    return manager.loggerClass


def setLoggerClass(klass):
    if not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
    manager.loggerClass = klass


_record_factory = LogRecord


def setLogRecordFactory(factory):
    global _record_factory
    _record_factory = factory


def getLogRecordFactory():
    return _record_factory


def makeLogRecord(dict):
    record = _record_factory(None, NOTSET, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


def _exception_info(exc_info):
    import sys

    if isinstance(exc_info, BaseException):
        return (type(exc_info), exc_info, exc_info.__traceback__)
    return exc_info if isinstance(exc_info, tuple) else sys.exc_info()


_basic_formats = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None,
                handlers=None, force=False, encoding=None, errors=None):
    if force:
        for handler in list(root.handlers):
            root.removeHandler(handler)
    if not root.handlers and not _logging.handler_count("root"):
        made = handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
        for handler in made:
            if handler.formatter is None:
                handler.setFormatter(Formatter(format or _basic_formats[style], datefmt, style))
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
