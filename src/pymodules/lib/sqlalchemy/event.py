"""Functions that want to be told. Sessions tell of flushes, reflection of columns; the others are kept and not called."""

_listeners = []


def _same_target(target, asked):
    if target is asked:
        return True
    return isinstance(target, type) and isinstance(asked, type) and issubclass(asked, target)


def listen(target, identifier, fn, *args, **options):
    if identifier == "column_reflect" and hasattr(target, "info"):
        target.info.setdefault("_limbeck_column_reflect", []).append(fn)
        return
    _listeners.append((target, identifier, fn, options))


def listens_for(target, identifier, *args, **options):
    def decorate(fn):
        listen(target, identifier, fn, *args, **options)
        return fn

    return decorate


def remove(target, identifier, fn):
    _listeners[:] = [entry for entry in _listeners if entry[:3] != (target, identifier, fn)]


def contains(target, identifier, fn):
    return any(entry[:3] == (target, identifier, fn) for entry in _listeners)


def listeners(target, identifier):
    """The functions that listen to `identifier` of this target or, for classes, of one of its bases."""
    return [entry[2] for entry in _listeners if entry[1] == identifier and _same_target(entry[0], target)]
