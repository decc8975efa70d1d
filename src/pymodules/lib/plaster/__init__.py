"""plaster with its loader for ini files."""

import logging.config

from plaster._pastedeploy import app_settings, read_ini


class PlasterURL:
    def __init__(self, scheme, path="", options=None, fragment=""):
        self.scheme = scheme
        self.path = path
        self.options = options or {}
        self.fragment = fragment

    def __str__(self):
        return self.scheme + "://" + self.path + ("#" + self.fragment if self.fragment else "")


def parse_uri(config_uri):
    if isinstance(config_uri, PlasterURL):
        return config_uri
    scheme, separator, rest = str(config_uri).partition("://")
    path, _, fragment = (rest if separator else str(config_uri)).removeprefix("config:").partition("#")
    return PlasterURL(scheme if separator else "file+ini", path.partition("?")[0], fragment=fragment)


class _Loader:
    def __init__(self, uri):
        self.uri = uri

    def get_sections(self):
        return [name for name in read_ini(self.uri.path, {}) if name != "DEFAULT"]

    def get_settings(self, section=None, defaults=None):
        sections = read_ini(self.uri.path, defaults or {})
        own = sections.get(section or self.uri.fragment or "main", {})
        return {name: value for name, value in own.items() if sections["DEFAULT"].get(name) != value}

    def get_wsgi_app_settings(self, name=None, defaults=None):
        return app_settings(self.uri.path, name or self.uri.fragment or "main", defaults or {})

    def setup_logging(self, defaults=None):
        if "loggers" in self.get_sections():
            logging.config.fileConfig(self.uri.path, defaults)


def get_loader(config_uri, protocols=None):
    return _Loader(parse_uri(config_uri))


def get_settings(config_uri, section=None, defaults=None):
    return get_loader(config_uri).get_settings(section, defaults)


def get_sections(config_uri):
    return get_loader(config_uri).get_sections()


def setup_logging(config_uri, defaults=None):
    get_loader(config_uri).setup_logging(defaults)
