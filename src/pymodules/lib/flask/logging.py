"""The handler that Flask logs with."""

import logging

default_handler = logging.StreamHandler()
default_handler.setFormatter(logging.Formatter("[%(asctime)s] %(levelname)s in %(module)s: %(message)s"))


def create_logger(app):
    return logging.getLogger(app.name)


def has_level_handler(logger):
    return any(handler.level <= logger.getEffectiveLevel() for handler in logger.handlers)
