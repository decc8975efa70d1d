"""Work for threads and processes, which scripts do not start: names are here to be imported."""

import _closed

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class CancelledError(Exception):
    pass


class Executor:
    pass


_closed.close(globals(), "wait", "as_completed")
_closed.close_classes(globals(), "ThreadPoolExecutor", "ProcessPoolExecutor", "Future")
