"""Abstract base classes."""


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


def _is_abstract(value):
    for part in (value, getattr(value, "fget", None), getattr(value, "__func__", None)):
        if getattr(part, "__isabstractmethod__", False):
            return True
    return False


class ABCMeta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        cls = type.__new__(meta, name, bases, namespace, **kwargs)
        names = {key for key, value in namespace.items() if _is_abstract(value)}
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if _is_abstract(getattr(cls, key, None)):
                    names.add(key)
        cls.__abstractmethods__ = frozenset(names)
        cls._abc_registry = []
        cls._abc_answers = {}
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        type.__init__(cls, name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        missing = sorted(cls.__abstractmethods__)
        if missing:
            raise TypeError("Can't instantiate abstract class %s with abstract method%s %s" % (
                cls.__name__, "" if len(missing) == 1 else "s", ", ".join(missing)))
        return type.__call__(cls, *args, **kwargs)

    def register(cls, subclass):
        global _registrations
        _registrations += 1
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        known, registrations = cls._abc_answers.get(subclass, (None, None))
        if known or (known is False and registrations == _registrations):
            return known
        answer = _is_subclass(cls, subclass)
        cls._abc_answers[subclass] = (answer, _registrations)
        return answer


# What was no subclass may have become one when anything was registered since.
_registrations = 0


def _is_subclass(cls, subclass):
    if cls in subclass.__mro__:
        return True
    decided = cls.__subclasshook__(subclass)
    if decided is not NotImplemented:
        return decided
    if any(issubclass(subclass, known) for known in cls._abc_registry):
        return True
    return any(issubclass(subclass, child) for child in cls.__subclasses__())


class ABC(metaclass=ABCMeta):
    pass


def update_abstractmethods(cls):
    return cls
