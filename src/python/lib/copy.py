"""Shallow and deep copies."""


class Error(Exception):
    pass


error = Error
_ATOMIC = (type(None), bool, int, float, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
           type(list[int]), type(int | None))
_FUNCTIONS = (type(lambda: None), type(len), type([].append))


def _bare(x):
    cls = type(x)
    return cls.__new__(cls)


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type) or cls is tuple or cls is frozenset:
        return x
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if isinstance(x, (list, dict, set, tuple)):
        made = cls.__new__(cls, x) if isinstance(x, tuple) else _filled(_bare(x), x)
    elif isinstance(x, _FUNCTIONS) or not hasattr(x, "__dict__"):
        return x
    else:
        made = _bare(x)
    for name, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(made, name, value)
    return made


def _filled(made, x):
    if isinstance(x, list):
        list.extend(made, x)
    else:
        made.update(x)
    return made


def deepcopy(x, memo=None):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    own = getattr(cls, "__deepcopy__", None)
    if own is not None:
        made = own(x, memo)
        memo[id(x)] = made
        return made
    return _deep(x, cls, memo)


def _deep(x, cls, memo):
    if isinstance(x, tuple):
        items = [deepcopy(item, memo) for item in x]
        made = tuple(items) if cls is tuple else cls._make(items) if hasattr(cls, "_make") else cls(items)
        memo[id(x)] = made
        return made
    if isinstance(x, (set, frozenset)):
        made = memo[id(x)] = cls([deepcopy(item, memo) for item in x])
        return made
    if isinstance(x, (list, dict)):
        made = memo[id(x)] = _bare(x)
        if isinstance(x, list):
            for item in x:
                list.append(made, deepcopy(item, memo))
        else:
            for key, value in x.items():
                dict.__setitem__(made, deepcopy(key, memo), deepcopy(value, memo))
    elif isinstance(x, _FUNCTIONS) or not hasattr(x, "__dict__"):
        return x
    else:
        made = memo[id(x)] = _bare(x)
    for name, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(made, name, deepcopy(value, memo))
    return made


def replace(obj, /, **changes):
    return type(obj).__replace__(obj, **changes)
