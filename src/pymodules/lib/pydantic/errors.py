"""Errors by their old address."""

from pydantic._errors import PydanticUserError


class PydanticTypeError(TypeError):
    pass


class PydanticValueError(ValueError):
    pass


class PydanticUndefinedAnnotation(NameError):
    pass
