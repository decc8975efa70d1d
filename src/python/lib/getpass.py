"""Who runs this; nobody is asked for a password."""

import os

import _closed


class GetPassWarning(UserWarning):
    pass


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    return "root"


_closed.close(globals(), "getpass")
