"""Texts that are made when they are shown; here they are made at once, so none of them is one."""


def make_lazy_string(__func, *args, **kwargs):
    return __func(*args, **kwargs)


def make_lazy_gettext(lookup_func):
    return lambda string, *args, **kwargs: lookup_func()(string, *args, **kwargs)


def is_lazy_string(obj):
    return False
