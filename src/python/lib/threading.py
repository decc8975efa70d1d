"""Locks and local values. A run has one thread: others are not started."""

import _closed

TIMEOUT_MAX = 9223372036.0


class _Lock:
    """Held or not; nobody else is there to wait for."""

    _is_reentrant = False

    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._held and not self._is_reentrant:
            if blocking and timeout < 0:
                raise RuntimeError("deadlock: the lock is held, and there is no other thread to release it")
            return False
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock" if self._is_reentrant else "release unlocked lock")
        self._held -= 1

    def locked(self):
        return self._held > 0

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc_info):
        self.release()


class _RLock(_Lock):
    _is_reentrant = True


def Lock():
    return _Lock()


def RLock():
    return _RLock()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if blocking and timeout is None:
                raise RuntimeError("deadlock: the semaphore is used up, and there is no other thread to release it")
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc_info):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag and timeout is None:
            raise RuntimeError("deadlock: the event is not set, and there is no other thread to set it")
        return self._flag


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def notify(self, n=1):
        pass

    notify_all = notify

    wait = _closed.function("threading.Condition.wait")
    wait_for = _closed.function("threading.Condition.wait_for")


class local:
    """Attributes of the one thread."""


class Thread:
    """May be made. To start one is refused to a script; an application that is imported goes on without it."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self.name = name or "Thread-1"
        self.daemon = bool(daemon)
        self.ident = None
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}
        self._is_over = False

    def start(self):
        import _os

        _os.pass_over("threading.Thread.start", "started no thread")
        self._is_over = True

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if not self._is_over:
            raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return False


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self, target=function, args=args or (), kwargs=kwargs)
        self.interval = interval

    def cancel(self):
        pass


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread")
        self.ident = 1

    def is_alive(self):
        return True


_main = _MainThread()


def current_thread():
    return _main


currentThread = main_thread = current_thread


def get_ident():
    return _main.ident


get_native_id = get_ident


def active_count():
    return 1


def enumerate():
    return [_main]


_closed.close_classes(globals(), "Barrier")
