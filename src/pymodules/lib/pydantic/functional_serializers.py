"""Decorators and annotations that bring functions into writing out."""

from pydantic.functional_validators import Decorated


def field_serializer(field, /, *fields, mode="plain", **options):
    def decorate(function):
        return Decorated("serializer", function, (field, *fields), mode, options)

    return decorate


def model_serializer(function=None, /, *, mode="plain", **options):
    def decorate(target):
        return Decorated("model_serializer", target, (), mode, options)

    return decorate if function is None else decorate(function)


class PlainSerializer:
    def __init__(self, func, return_type=None, when_used="always"):
        self.func = func
        self.when_used = when_used


class WrapSerializer(PlainSerializer):
    pass


class SerializeAsAny:
    def __class_getitem__(cls, item):
        return item
