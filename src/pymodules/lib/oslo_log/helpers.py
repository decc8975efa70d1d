"""Decorators that log calls."""


def log_method_call(method):
    return method
