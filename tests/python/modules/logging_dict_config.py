# logging.config.dictConfig: classes, factories, filters and streams by their names.
import logging
import logging.config
import logging.handlers


class Short(logging.Filter):
    def __init__(self, longest):
        super().__init__()
        self.longest = longest

    def filter(self, record):
        return len(record.getMessage()) <= self.longest


class Own(logging.Formatter):
    def __init__(self, mark):
        super().__init__("%(message)s")
        self.mark = mark

    def format(self, record):
        return self.mark + super().format(record)


logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": logging.Formatter, "format": "%(name)s %(message)s"}, "own": {"()": Own, "mark": "> "}},
    "filters": {"short": {"()": Short, "longest": 5}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "own", "filters": ["short"]},
        "kept": {"()": "logging.handlers.MemoryHandler", "capacity": 1000, "level": "WARNING"},
    },
    "loggers": {"shop": {"handlers": ["out", "kept"], "level": "INFO", "propagate": False}},
})
log = logging.getLogger("shop")
log.info("short")  # expect: > short
log.info("too long")
log.warning("warn")  # expect: > warn
print([record.getMessage() for record in log.handlers[1].buffer])  # expect: ['warn']
try:
    logging.config.dictConfig({})
except ValueError as error:
    print(error)  # expect: dictionary doesn't specify a version
