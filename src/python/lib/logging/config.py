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
    if hasattr(fname, "sections"):  # a parser, which has a read() of another kind
        sections = {name: dict(fname.items(name, raw=True)) for name in fname.sections()}
    elif hasattr(fname, "read"):
        sections = _read_ini(fname.read())
    else:
        sections = _read_ini(_os.read_text(str(fname)))
    for name in ("loggers", "handlers", "formatters"):
        if name not in sections:
            raise KeyError(name)
    _logging.configure(sections, disable_existing_loggers)


def _resolve(name):
    """What a dotted name stands for: a class or a factory."""
    import importlib

    if not isinstance(name, str):
        return name
    module, _, rest = name.rpartition(".")
    return getattr(importlib.import_module(module), rest)


def _value(value):
    """ext://sys.stdout is that object."""
    return _resolve(value.removeprefix("ext://")) if isinstance(value, str) and value.startswith("ext://") else value


def _made(config):
    """By the factory that the configuration names."""
    factory = _resolve(config["()"])
    return factory(**{key: _value(value) for key, value in config.items() if key not in ("()", ".")})


def _formatter(config):
    import logging

    if "()" in config:
        try:
            return _made(config)
        except TypeError as error:
            if "'format'" not in str(error):
                raise
            return _made({"fmt" if key == "format" else key: value for key, value in config.items()})
    factory = _resolve(config.get("class", logging.Formatter))
    return factory(config.get("format"), config.get("datefmt"), config.get("style", "%"))


def _filter(config):
    import logging

    return _made(config) if "()" in config else logging.Filter(config.get("name", ""))


def _handler(config, formatters, filters):
    import logging.handlers

    config = dict(config)
    level, formatter, names = config.pop("level", None), config.pop("formatter", None), config.pop("filters", ())
    config.setdefault("()", config.pop("class", "logging.StreamHandler"))
    made = _made(config)
    if level is not None:
        made.setLevel(level)
    if formatter in formatters:
        made.setFormatter(formatters[formatter])
    for name in names:
        made.addFilter(filters[name] if isinstance(name, str) else name)
    return made


def dictConfig(config):
    import logging

    if "version" not in config:
        raise ValueError("dictionary doesn't specify a version")
    formatters = {name: _formatter(value) for name, value in config.get("formatters", {}).items()}
    filters = {name: _filter(value) for name, value in config.get("filters", {}).items()}
    handlers = {name: _handler(value, formatters, filters) for name, value in config.get("handlers", {}).items()}
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
        for one in value.get("filters", ()):
            logger.addFilter(filters[one])
