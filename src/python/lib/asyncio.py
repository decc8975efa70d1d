"""Coroutines, run one after the other to their end: what awaits never really waits here."""


class CancelledError(BaseException):
    pass


class TimeoutError(TimeoutError):
    pass


class Task:
    """A coroutine that has already run."""

    def __init__(self, coroutine, name=None):
        self._name = name
        self._error = None
        self._result = None
        try:
            self._result = run(coroutine)
        except Exception as error:
            self._error = error

    def done(self):
        return True

    def cancelled(self):
        return False

    def cancel(self):
        return False

    def exception(self):
        return self._error

    def result(self):
        if self._error is not None:
            raise self._error
        return self._result

    def get_name(self):
        return self._name

    def add_done_callback(self, callback):
        callback(self)

    def __await__(self):
        return self.result()
        yield


Future = Task


class AbstractEventLoop:
    pass


class _Loop(AbstractEventLoop):
    def run_until_complete(self, awaitable):
        return run(awaitable)

    def create_task(self, coroutine, name=None):
        return Task(coroutine, name)

    async def run_in_executor(self, executor, func, *args):
        return func(*args)

    def is_running(self):
        return False

    def is_closed(self):
        return False

    def close(self):
        pass

    async def shutdown_asyncgens(self):
        pass


def run(main, *, debug=None):
    """Drives a coroutine (or what has __await__) to its end."""
    if isinstance(main, Task):
        return main.result()
    steps = main.__await__()
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    return hasattr(obj, "__await__") and hasattr(obj, "send")


async def sleep(delay, result=None):
    import time

    time.sleep(delay)
    return result


async def gather(*awaitables, return_exceptions=False):
    results = []
    for awaitable in awaitables:
        try:
            results.append(await awaitable)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


async def wait_for(awaitable, timeout):
    return await awaitable


async def wait(awaitables, *, timeout=None, return_when="ALL_COMPLETED"):
    return {a if isinstance(a, Task) else Task(a) for a in awaitables}, set()


async def shield(awaitable):
    return await awaitable


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)


def create_task(coroutine, *, name=None):
    return Task(coroutine, name)


def ensure_future(awaitable):
    return awaitable if isinstance(awaitable, Task) else Task(awaitable)


def get_event_loop():
    return _loop


def get_running_loop():
    return _loop


def new_event_loop():
    return _loop


def set_event_loop(loop):
    pass


def set_event_loop_policy(policy):
    pass


def get_event_loop_policy():
    return None


def current_task(loop=None):
    return None


class Lock:
    async def acquire(self):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    async def __aenter__(self):
        return None

    async def __aexit__(self, *exc_info):
        return None


class Semaphore(Lock):
    def __init__(self, value=1):
        self._value = value


BoundedSemaphore = Semaphore


class Event:
    def __init__(self):
        self._set = False

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def is_set(self):
        return self._set

    async def wait(self):
        return True


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:
    """Nobody else runs while somebody waits: who waits for what is not there would wait for ever."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._items = []
        self._unfinished = 0

    def _pop(self):
        return self._items.pop(0)

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)
        self._unfinished += 1

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        return self._pop()

    async def put(self, item):
        if self.full():
            raise RuntimeError("the queue is full, and nothing else runs that could take from it")
        self.put_nowait(item)

    async def get(self):
        if not self._items:
            raise RuntimeError("the queue is empty, and nothing else runs that could put into it")
        return self._pop()

    def task_done(self):
        if self._unfinished == 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1

    async def join(self):
        if self._unfinished:
            raise RuntimeError("the queue's work is not done, and nothing else runs that could do it")


class LifoQueue(Queue):
    def _pop(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _pop(self):
        smallest = min(self._items)
        self._items.remove(smallest)
        return smallest


class Condition(Lock):
    def __init__(self, lock=None):
        self._lock = lock

    async def wait(self):
        return True

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class TaskGroup:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        return None

    def create_task(self, coroutine, *, name=None):
        task = Task(coroutine, name)
        task.result()
        return task


class DefaultEventLoopPolicy:
    pass


class WindowsSelectorEventLoopPolicy:
    pass


class Runner:
    def __init__(self, **options):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return None

    def run(self, coroutine):
        return run(coroutine)


_loop = _Loop()
