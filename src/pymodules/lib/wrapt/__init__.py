"""Decorators that are told of the object whose method they wrap."""

import functools


class _Wrapped:
    def __init__(self, wrapper, wrapped, instance=None):
        self._wrapper = wrapper
        self._instance = instance
        self.__wrapped__ = wrapped
        functools.update_wrapper(self, wrapped)

    def __get__(self, instance, owner=None):
        bound = self.__wrapped__.__get__(instance, owner)
        return _Wrapped(self._wrapper, bound, owner if instance is None else instance)

    def __call__(self, *args, **kwargs):
        return self._wrapper(self.__wrapped__, self._instance, args, kwargs)


def decorator(wrapper=None, enabled=None, adapter=None, proxy=None):
    if wrapper is None:
        return functools.partial(decorator, enabled=enabled, adapter=adapter, proxy=proxy)
    if enabled is False:
        return lambda wrapped: wrapped
    return functools.partial(_Wrapped, wrapper)


FunctionWrapper = lambda wrapped, wrapper: _Wrapped(wrapper, wrapped)
