"""Processes, which scripts do not start: names are here to be imported."""

import _closed


class ProcessError(Exception):
    pass


class TimeoutError(ProcessError):
    pass


class _CurrentProcess:
    name = "MainProcess"
    daemon = False
    pid = 1


def current_process():
    return _CurrentProcess()


def parent_process():
    return None


def cpu_count():
    return 1


def freeze_support():
    pass


def active_children():
    return []


_closed.close(globals(), "Pool", "Manager", "Queue", "Pipe", "Lock", "RLock", "Event", "Value", "Array", "get_context",
              "set_start_method", "get_start_method")
_closed.close_classes(globals(), "Process")
