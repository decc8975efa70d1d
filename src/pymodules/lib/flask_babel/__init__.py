"""Texts as they stand in the source: no migration has a request whose language they could be in."""


def gettext(*args, **variables):
    text = args[0]
    return text if not variables else text % variables


def ngettext(singular, plural, num, **variables):
    variables.setdefault("num", num)
    return gettext(singular if num == 1 else plural, **variables)


def pgettext(context, string, **variables):
    return gettext(string, **variables)


def npgettext(context, singular, plural, num, **variables):
    return ngettext(singular, plural, num, **variables)


_ = lazy_gettext = gettext
lazy_ngettext = ngettext
lazy_pgettext = pgettext
