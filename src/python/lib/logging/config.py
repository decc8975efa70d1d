"""Configuration of logging from an ini file or a dict."""

import _logging
import _os


def _read_ini(text):
    sections = {}
    options = None
    name = None
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            continue
        if line[0] in " \t" and options is not None and name is not None:
            options[name] += "\n" + stripped
        elif stripped[0] == "[" and stripped[-1] == "]":
            options = sections.setdefault(stripped[1:-1], {})
            name = None
        elif options is not None:
            ends = [position for position in (stripped.find("="), stripped.find(":")) if position >= 0]
            if ends:
                name = stripped[: min(ends)].strip().lower()
                options[name] = stripped[min(ends) + 1:].strip()
    return sections


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    if hasattr(fname, "read"):
        sections = _read_ini(fname.read())
    elif hasattr(fname, "sections"):
        sections = {name: dict(fname.items(name, raw=True)) for name in fname.sections()}
    else:
        sections = _read_ini(_os.read_text(str(fname)))
    for name in ("loggers", "handlers", "formatters"):
        if name not in sections:
            raise KeyError(name)
    _logging.configure(sections, disable_existing_loggers)


def _formatter(config):
    import logging

    return logging.Formatter(config.get("format"), config.get("datefmt"), config.get("style", "%"))


def _handler(config, formatters):
    import logging
    import sys

    kind = config.get("class", "logging.StreamHandler")
    if not isinstance(kind, str):
        made = kind()
    elif kind.endswith("FileHandler"):
        made = logging.FileHandler(config["filename"])
    elif kind.endswith("NullHandler"):
        made = logging.NullHandler()
    else:
        made = logging.StreamHandler(sys.stdout if config.get("stream") == "ext://sys.stdout" else None)
    if "level" in config:
        made.setLevel(config["level"])
    if config.get("formatter") in formatters:
        made.setFormatter(formatters[config["formatter"]])
    return made


def dictConfig(config):
    import logging

    formatters = {name: _formatter(value) for name, value in config.get("formatters", {}).items()}
    handlers = {name: _handler(value, formatters) for name, value in config.get("handlers", {}).items()}
    loggers = dict(config.get("loggers", {}))
    if "root" in config:
        loggers[""] = config["root"]
    for name, value in loggers.items():
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
        for handler in value.get("handlers", ()):
            logger.addHandler(handlers[handler])
        if "level" in value:
            logger.setLevel(value["level"])
        logger.propagate = value.get("propagate", True)
