"""Signals are the program's business: a handler that a script sets is remembered and not called."""

import enum

import _closed


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGABRT = 6
    SIGKILL = 9
    SIGUSR1 = 10
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


for _member in list(Signals) + list(Handlers):
    globals()[_member.name] = _member
del _member

_handlers = {}


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


def signal(signalnum, handler):
    before = getsignal(signalnum)
    _handlers[int(signalnum)] = handler
    return before


def getsignal(signalnum):
    return _handlers.get(int(signalnum), SIG_DFL)


def strsignal(signalnum):
    return Signals(signalnum).name


def valid_signals():
    return set(Signals)


_closed.close(globals(), "alarm", "pause", "raise_signal", "setitimer", "pthread_kill", "sigwait")
