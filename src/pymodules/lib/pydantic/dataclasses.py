"""Dataclasses whose values are checked."""

import dataclasses

from pydantic._errors import Invalid, ValidationError
from pydantic._types import Types
from pydantic.fields import FieldInfo, field_of
from pydantic.functional_validators import Decorated


def dataclass(cls=None, /, *, config=None, **options):
    def decorate(target):
        infos = {name: value for name, value in vars(target).items() if isinstance(value, FieldInfo)}
        for name, info in infos.items():
            if info.default_factory is not None:
                setattr(target, name, dataclasses.field(default_factory=info.default_factory))
            elif info.is_required():
                delattr(target, name)
            else:
                setattr(target, name, info.default)
        after = getattr(target, "__post_init__", None)

        def __post_init__(self, *args):
            _check(self, infos)
            if after is not None:
                after(self, *args)

        target.__post_init__ = __post_init__
        return dataclasses.dataclass(target, **options)

    return decorate if cls is None else decorate(cls)


def _check(instance, infos):
    import typing

    types = Types()
    problems = []
    for name, hint in typing.get_type_hints(type(instance), include_extras=True).items():
        info = infos.get(name)
        info = field_of(hint, info if info is not None else None)
        try:
            object.__setattr__(instance, name, types.of(info.annotation, info.metadata, info.constraints)(
                getattr(instance, name)))
        except Invalid as error:
            problems += error.below(name)
    if problems:
        raise ValidationError(type(instance).__name__, problems)


def rebuild_dataclass(cls, **options):
    return True


def is_pydantic_dataclass(cls):
    return dataclasses.is_dataclass(cls)
