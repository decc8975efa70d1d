"""Functions that want to be told: of flushes and commits of sessions, of rows, of attributes that are set, of reflected
columns. The others are kept and not called."""

_listeners = []
identifiers = set()  # what anybody listens to


def _same_target(target, asked):
    if target is asked:
        return True
    return isinstance(target, type) and isinstance(asked, type) and issubclass(asked, target)


def listen(target, identifier, fn, *args, **options):
    if identifier == "column_reflect" and hasattr(target, "info"):
        target.info.setdefault("_limbeck_column_reflect", []).append(fn)
        return
    identifiers.add(identifier)
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


def told_of_value(column, instance, value, before):
    """What an attribute takes once those who listen to its "set" have heard of it."""
    for target, identifier, fn, options in list(_listeners):
        if identifier == "set" and target is column:
            answer = fn(instance, value, before, None)
            value = answer if options.get("retval") else value
    return value


def tell_session(session, identifier, *arguments):
    """Those who listen to a session, to its class or to the sessionmaker that made it."""
    if identifier not in identifiers:
        return
    for target, name, fn, options in list(_listeners):
        is_meant = target is session or isinstance(target, type) and isinstance(session, target)
        if name == identifier and (is_meant or target is not None and target is session.maker):
            fn(session, *arguments)


def listeners(target, identifier):
    """The functions that listen to `identifier` of this target or, for classes, of one of its bases."""
    return [entry[2] for entry in _listeners if entry[1] == identifier and _same_target(entry[0], target)]
