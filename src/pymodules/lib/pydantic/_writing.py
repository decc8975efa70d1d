"""Models as plain values: what model_dump() and JSON texts hold."""

import datetime
import decimal
import enum
import pathlib
import uuid


def plain(value, choice):
    from pydantic.main import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump(**choice)
    if isinstance(value, dict):
        return {_key(key, choice): plain(item, choice) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        made = [plain(item, choice) for item in value]
        return made if choice.get("mode") == "json" or isinstance(value, list) else type(value)(made)
    return _json(value) if choice.get("mode") == "json" else value


def _key(key, choice):
    return str(_json(key)) if choice.get("mode") == "json" else key


def _json(value):
    if isinstance(value, enum.Enum):
        return _json(value.value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, datetime.datetime):
        text = value.isoformat()
        return text[:-6] + "Z" if text.endswith("+00:00") else text
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, (uuid.UUID, pathlib.PurePath, decimal.Decimal)):
        return str(value)
    if isinstance(value, bytes):
        return value.decode()
    return str(value)


def _part(choice, name):
    """What is left of include or exclude below a name; None: it is not meant."""
    if isinstance(choice, dict):
        return choice.get(name)
    return True if name in choice else None


def to_plain(model, include, exclude, choice):
    cls = type(model)
    fields = cls._fields()
    made = {}
    for name, value in _shown(model, fields, choice):
        inner = dict(choice)
        if include is not None:
            part = _part(include, name)
            if part is None:
                continue
            if isinstance(part, (dict, set)):
                inner["include"] = part
        if exclude is not None:
            part = _part(exclude, name)
            if part is True or part is Ellipsis:
                continue
            if isinstance(part, (dict, set)):
                inner["exclude"] = part
        info = fields.get(name)
        made[_name(cls, name, info, choice)] = _written(model, name, value, inner)
    for one in cls._model_decorated.values():
        if one.kind == "model_serializer" and one.mode == "plain":
            return one.function(model)
    return made


def _shown(model, fields, choice):
    from pydantic.main import _computed

    items = model._items()
    items += [(name, getattr(model, name)) for name in _computed(type(model))]
    for name, value in items:
        info = fields.get(name)
        if info is not None and info.exclude:
            continue
        if choice.get("exclude_unset") and name not in model.__pydantic_fields_set__:
            continue
        if choice.get("exclude_none") and value is None:
            continue
        if choice.get("exclude_defaults") and info is not None and value == info.default:
            continue
        yield name, value


def _name(cls, name, info, choice):
    by_alias = choice.get("by_alias")
    if by_alias is None:
        by_alias = cls._model_config.get("serialize_by_alias")
    if not by_alias or info is None:
        return name
    return info.serialization_alias or info.alias or name


def _written(model, name, value, choice):
    from pydantic.functional_serializers import PlainSerializer

    for one in type(model)._model_decorated.values():
        if one.kind == "serializer" and (name in one.fields or "*" in one.fields) and one.mode == "plain":
            count = one.function.__code__.co_argcount
            return one.function(model, value) if count == 2 else one.function(model, value, None)
    info = type(model)._fields().get(name)
    for item in info.metadata if info is not None else ():
        if isinstance(item, PlainSerializer):
            return item.func(value)
    return plain(value, choice)
