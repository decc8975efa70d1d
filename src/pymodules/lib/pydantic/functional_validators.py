"""Decorators and annotations that bring functions into validation."""


class Decorated:
    """A function of a class body, with what its decorator said of it. It stays callable as the method that it is."""

    def __init__(self, kind, function, fields=(), mode="after", options=None):
        self.kind = kind  # "field", "model", "serializer", "model_serializer"
        self.method = classmethod(function) if kind == "model" and _begins_with_cls(function) else function
        self.fields = fields
        self.mode = mode
        self.options = options or {}

    @property
    def function(self):
        return getattr(self.method, "__func__", self.method)

    @property
    def info(self):
        return self

    def __get__(self, instance, owner):
        if hasattr(self.method, "__get__"):
            return self.method.__get__(instance, owner)
        return self.method

    def __call__(self, *args, **kwargs):
        return self.method(*args, **kwargs)


def _begins_with_cls(function):
    """Whether a function is a class method that nobody has called one."""
    code = getattr(function, "__code__", None)
    return code is not None and code.co_varnames[:1] == ("cls",)


def field_validator(field, /, *fields, mode="after", check_fields=None, **options):
    def decorate(function):
        return Decorated("field", function, (field, *fields), mode)

    return decorate


def model_validator(*, mode):
    def decorate(function):
        return Decorated("model", function, (), mode)

    return decorate


def validator(field, /, *fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False):
    """As pydantic 1 has it."""

    def decorate(function):
        options = {"each_item": each_item, "always": always, "old": True}
        return Decorated("field", function, (field, *fields), "before" if pre else "after", options)

    return decorate


def root_validator(function=None, *, pre=False, skip_on_failure=False, allow_reuse=False):
    def decorate(target):
        return Decorated("model", target, (), "before" if pre else "after", {"old": True})

    return decorate if function is None else decorate(function)


class _AnnotatedValidator:
    def __init__(self, func, **options):
        self.func = func

    def __repr__(self):
        return "%s(func=%r)" % (type(self).__name__, self.func)


class BeforeValidator(_AnnotatedValidator):
    pass


class AfterValidator(_AnnotatedValidator):
    pass


class PlainValidator(_AnnotatedValidator):
    pass


class WrapValidator(_AnnotatedValidator):
    pass


class SkipValidation:
    def __class_getitem__(cls, item):
        import typing

        return typing.Annotated[item, cls()]


class InstanceOf:
    def __class_getitem__(cls, item):
        return item


class ValidationInfo:
    """What a validator may ask about the validation that it is part of."""

    def __init__(self, data, field_name=None, context=None, config=None):
        self.data = data
        self.field_name = field_name
        self.context = context
        self.config = config or {}
        self.mode = "python"


FieldValidationInfo = ValidationInfo


def takes(function, count):
    """Whether a call of the function may give so many positional arguments; a bound one has its first already."""
    bound = getattr(function, "__func__", None)
    code = getattr(bound or function, "__code__", None)
    if code is None:
        return False
    return code.co_argcount - (bound is not None) >= count
