"""A module of functions that is chosen by configuration, and calls that are tried again."""

import importlib


def safe_for_db_retry(function):
    function.enable_retry_on_disconnect = True
    return function


def retry_on_deadlock(function):
    function.enable_retry_on_deadlock = True
    return function


def retry_on_request(function):
    function.enable_retry_on_request = True
    return function


class wrap_db_retry:
    """Nothing is tried again where migrations run: an error is told as it is."""

    def __init__(self, **options):
        pass

    def __call__(self, function):
        return function


class DBAPI:
    def __init__(self, backend_name, backend_mapping=None, lazy=False, **options):
        self._backend_name = (backend_mapping or {}).get(backend_name, backend_name)

    def __getattr__(self, name):
        return getattr(importlib.import_module(self._backend_name), name)

    @classmethod
    def from_config(cls, conf, backend_mapping=None, lazy=False):
        from oslo_db.options import database_opts

        conf.register_opts(database_opts, "database")
        return cls(conf.database.backend, backend_mapping, lazy)
