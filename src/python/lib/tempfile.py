"""Files that are not written: names are here to be imported."""

import _closed

tempdir = None
template = "tmp"
TMP_MAX = 10000


def gettempdir():
    return "/tmp"


def gettempprefix():
    return template


_closed.close(globals(), "mkstemp", "mkdtemp", "mktemp", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile")
_closed.close_classes(globals(), "TemporaryDirectory")
