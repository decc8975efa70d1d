"""Field() and what a model knows of its fields."""

import typing

from pydantic._errors import PydanticUndefined

_ALIASES = ("alias", "validation_alias", "serialization_alias")
_CONSTRAINTS = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern", "strict",
                "max_digits", "decimal_places", "allow_inf_nan")


class AliasPath:
    def __init__(self, first_arg, *args):
        self.path = [first_arg, *args]

    def search_dict_for_path(self, values):
        found = values
        for part in self.path:
            try:
                found = found[part]
            except (KeyError, IndexError, TypeError):
                return PydanticUndefined
        return found


class AliasChoices:
    def __init__(self, first_choice, *choices):
        self.choices = [first_choice, *choices]

    def convert_to_aliases(self):
        return [choice.path if isinstance(choice, AliasPath) else [choice] for choice in self.choices]


class AliasGenerator:
    def __init__(self, alias=None, validation_alias=None, serialization_alias=None):
        self.alias = alias
        self.validation_alias = validation_alias
        self.serialization_alias = serialization_alias


class FieldInfo:
    def __init__(self, default=PydanticUndefined, *, default_factory=None, **options):
        self.default = PydanticUndefined if default is Ellipsis else default
        self.default_factory = default_factory
        self.annotation = options.pop("annotation", None)
        for name in _ALIASES:
            setattr(self, name, options.pop(name, None))
        self.title = options.pop("title", None)
        self.description = options.pop("description", None)
        self.exclude = options.pop("exclude", None)
        self.init = options.pop("init", None)
        self.repr = options.pop("repr", True)
        self.frozen = options.pop("frozen", None)
        self.validate_default = options.pop("validate_default", None)
        self.json_schema_extra = options.pop("json_schema_extra", None)
        self.discriminator = options.pop("discriminator", None)
        self.const = options.pop("const", None)
        if "regex" in options:
            options["pattern"] = options.pop("regex")
        if "min_items" in options:
            options["min_length"] = options.pop("min_items")
        if "max_items" in options:
            options["max_length"] = options.pop("max_items")
        self.constraints = {name: options.pop(name) for name in _CONSTRAINTS if options.get(name) is not None}
        self.metadata = []
        self.extra = options

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, *, call_default_factory=False, validated_data=None):
        if self.default_factory is None:
            return _own_copy(self.default)
        return self.default_factory() if call_default_factory else None

    def names(self, name, by_name):
        """Under which the field is looked for in an input, in order; each is a list of steps."""
        alias = self.validation_alias if self.validation_alias is not None else self.alias
        if alias is None:
            return [[name]]
        if isinstance(alias, AliasChoices):
            found = alias.convert_to_aliases()
        elif isinstance(alias, AliasPath):
            found = [alias.path]
        else:
            found = [[alias]]
        return found + [[name]] if by_name else found

    def __repr__(self):
        required = "required=" + str(self.is_required())
        default = "" if self.is_required() else ", default=" + repr(self.default)
        return "FieldInfo(annotation=%s, %s%s)" % (getattr(self.annotation, "__name__", self.annotation), required,
                                                   default)


def _own_copy(value):
    if isinstance(value, (list, dict, set)):
        import copy

        return copy.deepcopy(value)
    return value


def Field(default=PydanticUndefined, **options):
    return FieldInfo(default, **options)


class ModelPrivateAttr:
    def __init__(self, default=PydanticUndefined, *, default_factory=None):
        self.default = default
        self.default_factory = default_factory

    def get_default(self):
        return _own_copy(self.default) if self.default_factory is None else self.default_factory()


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    return ModelPrivateAttr(default, default_factory=default_factory)


class ComputedField(property):
    """A property that counts among the model's fields when it is written out."""

    _alias = None


def computed_field(function=None, /, *, alias=None, **options):
    def decorate(target):
        if isinstance(target, property):
            made = ComputedField(target.fget, target.fset, target.fdel)
        elif hasattr(target, "func"):
            made = ComputedField(target.func)
        else:
            made = ComputedField(target)
        return made

    return decorate if function is None else decorate(function)


def field_of(annotation, default):
    """The field of an annotation and what the class body gives it."""
    metadata = []
    while typing.get_origin(annotation) is typing.Annotated:
        metadata = list(annotation.__metadata__) + metadata
        annotation = annotation.__origin__
    info = default if isinstance(default, FieldInfo) else None
    if info is None:
        declared = [item for item in metadata if isinstance(item, FieldInfo)]
        info = _merged(declared, default) if declared else FieldInfo(default)
    info.annotation = annotation
    info.metadata = [item for item in metadata if not isinstance(item, FieldInfo)]
    for item in metadata:
        if isinstance(item, FieldInfo):
            info.constraints = {**item.constraints, **info.constraints}
    return info


def _merged(declared, default):
    made = FieldInfo()
    for info in declared:
        for name, value in vars(info).items():
            if value is not None and value is not PydanticUndefined:
                setattr(made, name, value)
    if default is not PydanticUndefined:
        made.default = PydanticUndefined if default is Ellipsis else default
    return made
