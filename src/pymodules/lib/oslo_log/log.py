"""Loggers that take what to add to a message as keywords, and the options that programs have for them."""

import logging
from logging import CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING

from oslo_config import cfg

TRACE = 5
AUDIT = INFO + 1
_OPTIONS = [
    cfg.BoolOpt("debug", short="d", default=False, mutable=True),
    cfg.StrOpt("log-config-append"),
    cfg.StrOpt("log-date-format", default="%Y-%m-%d %H:%M:%S"),
    cfg.StrOpt("log-file"),
    cfg.StrOpt("log-dir"),
    cfg.BoolOpt("watch-log-file", default=False),
    cfg.BoolOpt("use-syslog", default=False),
    cfg.BoolOpt("use-journal", default=False),
    cfg.BoolOpt("use-json", default=False),
    cfg.BoolOpt("use_stderr", default=False),
    cfg.BoolOpt("log_color", default=False),
    cfg.ListOpt("default_log_levels", default=[]),
    cfg.BoolOpt("publish_errors", default=False),
    cfg.BoolOpt("fatal_deprecations", default=False),
]


class KeywordArgumentAdapter(logging.LoggerAdapter):
    """Keywords that logging does not know, such as `instance`, are for formatters, of which there are none here."""

    def process(self, msg, kwargs):
        known = {name: value for name, value in kwargs.items() if name in ("exc_info", "stack_info", "stacklevel")}
        return msg, {**known, "extra": {**(self.extra or {}), **(kwargs.get("extra") or {})}}

    def _log_with(self, level, msg, args, kwargs):
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        self._log_with(level, msg, args, kwargs)

    def trace(self, msg, *args, **kwargs):
        self._log_with(TRACE, msg, args, kwargs)

    def debug(self, msg, *args, **kwargs):
        self._log_with(DEBUG, msg, args, kwargs)

    def info(self, msg, *args, **kwargs):
        self._log_with(INFO, msg, args, kwargs)

    def audit(self, msg, *args, **kwargs):
        self._log_with(AUDIT, msg, args, kwargs)

    def warning(self, msg, *args, **kwargs):
        self._log_with(WARNING, msg, args, kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self._log_with(ERROR, msg, args, kwargs)

    def exception(self, msg, *args, **kwargs):
        self._log_with(ERROR, msg, args, {"exc_info": True, **kwargs})

    def critical(self, msg, *args, **kwargs):
        self._log_with(CRITICAL, msg, args, kwargs)

    fatal = critical


def getLogger(name=None, project="unknown", version="unknown"):
    return KeywordArgumentAdapter(logging.getLogger(name), {"project": project, "version": version})


def register_options(conf):
    conf.register_cli_opts(_OPTIONS)


def set_defaults(logging_context_format_string=None, default_log_levels=None):
    if default_log_levels is not None:
        cfg.set_defaults(_OPTIONS, default_log_levels=default_log_levels)


def get_default_log_levels():
    return []


def setup(conf, product_name, version="unknown", **options):
    """Messages go where alembic.ini sends them."""


def is_debug_enabled(conf):
    return bool(conf.debug)
