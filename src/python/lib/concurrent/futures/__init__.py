"""Executors whose work is done at once, by the only thread that a run has: who asks for a result finds it there."""

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    """The outcome of a call: pending until it is set, which an executor does before it gives the future away."""

    def __init__(self):
        self._state = "PENDING"
        self._outcome = None
        self._callbacks = []

    def _finish(self, state, outcome):
        if self._state != "PENDING":
            raise InvalidStateError("%s: %r" % (self._state, self))
        self._state, self._outcome = state, outcome
        for callback in self._callbacks:
            callback(self)

    def set_result(self, result):
        self._finish("FINISHED", (result, None))

    def set_exception(self, exception):
        self._finish("FINISHED", (None, exception))

    def cancel(self):
        if self._state == "FINISHED":
            return False
        if self._state == "PENDING":
            self._finish("CANCELLED", None)
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return False

    def done(self):
        return self._state != "PENDING"

    def add_done_callback(self, fn):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def _known(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise TimeoutError()
        return self._outcome

    def result(self, timeout=None):
        result, exception = self._known()
        if exception is not None:
            raise exception
        return result

    def exception(self, timeout=None):
        return self._known()[1]


class Executor:
    _is_shut_down = False

    def _begin(self, max_workers, initializer, initargs):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        if self._is_shut_down:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        try:
            result = fn(*args, **kwargs)
        except BaseException as exception:
            future.set_exception(exception)
        else:
            future.set_result(result)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result() for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._is_shut_down = True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        self._begin(max_workers, initializer, initargs)


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        self._begin(max_workers, initializer, initargs)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    from collections import namedtuple

    fs = set(fs)
    done = {future for future in fs if future.done()}
    return namedtuple("DoneAndNotDoneFutures", "done not_done")(done, fs - done)


def as_completed(fs, timeout=None):
    return iter(list(dict.fromkeys(fs)))
