"""An application's settings and logging, by the address of its ini file: "production.ini#main"."""

import logging.config

from plaster import parse_uri
from plaster._pastedeploy import app_settings, read_ini


def get_appsettings(config_uri, name=None, options=None):
    url = parse_uri(config_uri)
    return app_settings(url.path, name or url.fragment or "main", options or {})


def setup_logging(config_uri, global_conf=None):
    path = parse_uri(config_uri).path
    if "loggers" in read_ini(path, global_conf or {}):
        logging.config.fileConfig(path, global_conf)
