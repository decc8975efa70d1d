"""BaseModel: fields from annotations, checked when an instance is made."""

import abc
import json
import typing

from pydantic._errors import Invalid, PydanticUndefined, PydanticUserError, ValidationError, invalid
from pydantic._types import Types, guarded
from pydantic._writing import to_plain
from pydantic.fields import ComputedField, FieldInfo, ModelPrivateAttr, field_of
from pydantic.functional_validators import Decorated, ValidationInfo, takes

_OLD_NAMES = {"orm_mode": "from_attributes", "allow_population_by_field_name": "populate_by_name",
              "anystr_strip_whitespace": "str_strip_whitespace", "schema_extra": "json_schema_extra"}
_BOUNDARY = "BaseModel"


def read_config(given):
    """ConfigDict, or the class Config of pydantic 1."""
    if given is None:
        return {}
    items = given.items() if isinstance(given, dict) else [
        (name, value) for cls in reversed(given.__mro__) for name, value in vars(cls).items()
        if not name.startswith("__")]
    return {_OLD_NAMES.get(name, name): getattr(value, "value", value) if name == "extra" else value
            for name, value in items}


class ModelMetaclass(abc.ABCMeta):
    def __new__(meta, name, bases, namespace, **options):
        private = {key: value for key, value in namespace.items() if isinstance(value, ModelPrivateAttr)}
        decorated = {key: value for key, value in namespace.items() if isinstance(value, Decorated)}
        annotations = namespace.get("__annotations__", {})
        defaults = {}
        for key in list(namespace):
            value = namespace[key]
            is_field = key in annotations and not key.startswith("_") and not _is_class_var(annotations[key])
            if is_field or isinstance(value, FieldInfo):
                defaults[key] = namespace.pop(key)
            elif key in private:
                del namespace[key]
        own = {key: value for key, value in options.items() if not _wanted(bases, key)}
        passed = {key: value for key, value in options.items() if key not in own}
        cls = super().__new__(meta, name, bases, namespace, **passed)
        _prepare(cls, bases, own, private, decorated, defaults)
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __getattr__(cls, name):
        if name in ("model_fields", "__fields__", "__pydantic_fields__"):
            return cls._fields()
        if name == "model_computed_fields":
            return _computed(cls)
        if name == "__pydantic_decorators__":
            return _Decorators(cls)
        raise AttributeError("type object %r has no attribute %r" % (cls.__name__, name))


class _Decorators:
    """What a model's decorators have brought, by kind and name."""

    def __init__(self, cls):
        found = cls._model_decorated
        self.field_validators = {name: one for name, one in found.items() if one.kind == "field"}
        self.model_validators = {name: one for name, one in found.items() if one.kind == "model"}
        self.field_serializers = {name: one for name, one in found.items() if one.kind == "serializer"}
        self.model_serializers = {name: one for name, one in found.items() if one.kind == "model_serializer"}
        self.computed_fields = _computed(cls)


def _wanted(bases, option):
    for base in bases:
        for cls in base.__mro__:
            hook = vars(cls).get("__init_subclass__")
            code = getattr(getattr(hook, "__func__", hook), "__code__", None)
            if code is not None and option in code.co_varnames:
                return True
    return False


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].strip() in ("ClassVar", "typing.ClassVar", "t.ClassVar")
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def _prepare(cls, bases, options, private, decorated, defaults):
    config, all_private, all_decorated = {}, {}, {}
    for base in reversed(bases):
        config.update(vars(base).get("_model_config", getattr(base, "_model_config", {})))
        all_private.update(getattr(base, "_model_private", {}))
        all_decorated.update(getattr(base, "_model_decorated", {}))
    config.update(read_config(vars(cls).get("Config")))
    config.update(read_config(vars(cls).get("model_config")))
    config.update(options)
    for key, value in vars(cls).items():
        all_decorated.pop(key, None)
    cls._model_config = config
    cls.model_config = config
    cls._model_private = {**all_private, **private}
    cls._model_decorated = {**all_decorated, **decorated}
    cls._model_defaults = defaults
    cls._model_fields = None
    cls._model_checks = None


def _hints(cls):
    """The annotations of a class itself, with names in texts resolved."""
    import sys

    module = sys.modules.get(cls.__module__)
    names = dict(vars(module)) if module is not None else {}
    names[cls.__name__] = cls
    return {name: _resolved(value, names) for name, value in vars(cls).get("__annotations__", {}).items()}


def _resolved(value, names):
    if isinstance(value, typing.ForwardRef):
        value = value.__forward_arg__
    if not isinstance(value, str):
        return value
    try:
        return typing._resolve_hint(value, names, True)
    except NameError:
        return typing.Any


def _collect(cls):
    fields = {}
    for base in reversed(cls.__mro__):
        defaults = vars(base).get("_model_defaults", {})
        for name, annotation in _hints(base).items() if base is not object else ():
            if name.startswith("_") or name == "model_config" or _is_class_var(annotation):
                continue
            default = defaults.get(name, PydanticUndefined if "_model_defaults" in vars(base) else
                                   vars(base).get(name, PydanticUndefined))
            fields[name] = field_of(annotation, default)
        for name, default in defaults.items():
            if name not in fields and isinstance(default, FieldInfo):
                fields[name] = field_of(typing.Any, default)
            elif name in fields and name not in vars(base).get("__annotations__", {}):
                fields[name] = field_of(fields[name].annotation, default)
    generator = cls._model_config.get("alias_generator")
    if generator is not None:
        for name, info in fields.items():
            _alias(info, name, generator)
    return fields


def _alias(info, name, generator):
    if callable(generator):
        info.alias = info.alias or generator(name)
        return
    for kind in ("alias", "validation_alias", "serialization_alias"):
        make = getattr(generator, kind)
        if make is not None and getattr(info, kind) is None:
            setattr(info, kind, make(name))


def _computed(cls):
    found = vars(cls).get("_model_computed")
    if found is not None:
        return found
    found = cls._model_computed = {}
    for base in reversed(cls.__mro__):
        for name, value in vars(base).items():
            if isinstance(value, ComputedField):
                found[name] = value
            else:
                found.pop(name, None)
    return found


class BaseModel(metaclass=ModelMetaclass):
    __pydantic_root_model__ = False

    def __init__(self, /, **data):
        self._fill(data)

    # ------------------------------------------------------------------------------------------ reading

    @classmethod
    def _fields(cls):
        if vars(cls).get("_model_fields") is None:
            cls._model_fields = _collect(cls)
        return cls._model_fields

    @classmethod
    def _checks(cls):
        if vars(cls).get("_model_checks") is None:
            types = Types(cls._model_config)
            cls._model_checks = {name: types.of(info.annotation, info.metadata, info.constraints)
                                 for name, info in cls._fields().items()}
        return cls._model_checks

    @classmethod
    def _validators(cls, kind, mode, field=None):
        for name, one in cls._model_decorated.items():
            if one.kind == kind and one.mode == mode:
                if field is None or field in one.fields or "*" in one.fields:
                    yield one

    def _fill(self, data, context=None):
        cls = type(self)
        try:
            for one in cls._validators("model", "before"):
                data = guarded(_before_function(cls, one), data, *_information(one, {}, 3, context))
            values, extra, given = cls._check_all(data, context)
            if not hasattr(cls, "__pydantic_validate__"):
                raise PydanticUserError("not a model")
            self._set(values, extra, given)
            self._after(context)
        except Invalid as error:
            raise ValidationError(cls.__name__, error.problems)

    def _set(self, values, extra, given):
        state = self.__dict__
        state.update(values)
        object.__setattr__(self, "__pydantic_extra__", extra)
        object.__setattr__(self, "__pydantic_fields_set__", given)
        for name, private in type(self)._model_private.items():
            value = private.get_default()
            if value is not PydanticUndefined:
                object.__setattr__(self, name, value)
        if extra:
            state.update(extra)

    def _after(self, context):
        cls = type(self)
        for one in cls._validators("model", "after"):
            if one.options.get("old"):
                self.__dict__.update(guarded(one.__get__(None, cls), dict(self._items())) or {})
            elif isinstance(one.method, classmethod):
                guarded(one.__get__(None, cls), self, *_information(one, {}, 3, context))
            else:
                guarded(one.function, self, *_information(one, {}, 2, context))
        self.model_post_init(context)

    def model_post_init(self, context, /):
        pass

    @classmethod
    def _check_all(cls, data, context=None):
        problems, values, given, used = [], {}, set(), set()
        by_name = any(cls._model_config.get(key) for key in ("populate_by_name", "validate_by_name"))
        for name, info in cls._fields().items():
            try:
                found = _look_up(data, info.names(name, by_name), used)
                if found is not PydanticUndefined:
                    values[name] = cls._check_field(name, found, values, context)
                    given.add(name)
                else:
                    values[name] = cls._default(name, info, values, data, context)
            except Invalid as error:
                first = info.names(name, by_name)[0]
                problems += error.below(first[0] if len(first) == 1 else name)
        extra = cls._check_extra(data, used, problems)
        if problems:
            raise Invalid(problems)
        return values, extra, given | set(extra or ())

    @classmethod
    def _check_extra(cls, data, used, problems):
        policy = cls._model_config.get("extra", "ignore")
        rest = {name: value for name, value in data.items() if name not in used}
        if policy == "allow":
            return rest
        if policy == "forbid":
            for name, value in rest.items():
                problems += invalid("extra_forbidden", "Extra inputs are not permitted", value).below(name)
        return None

    @classmethod
    def _default(cls, name, info, values, data, context):
        if info.is_required():
            if not _is_optional(info.annotation) or not cls._model_config.get("_old_optional"):
                raise invalid("missing", "Field required", data)
            value = None
        elif info.default_factory is not None and takes(info.default_factory, 1) and not isinstance(
                info.default_factory, type):
            value = info.default_factory(values)
        else:
            value = info.get_default(call_default_factory=True)
        always = any(one.options.get("always") for one in cls._validators("field", "after", name)) or any(
            one.options.get("always") for one in cls._validators("field", "before", name))
        if info.validate_default or always or cls._model_config.get("validate_default"):
            return cls._check_field(name, value, values, context)
        return value

    @classmethod
    def _check_field(cls, name, value, values, context=None):
        check = cls._checks()[name]
        for one in reversed(list(cls._validators("field", "before", name))):
            value = cls._run(one, value, name, values, context)
        plain = list(cls._validators("field", "plain", name))
        wraps = list(cls._validators("field", "wrap", name))
        for one in wraps:
            check = cls._wrap(one, check, name, values, context)
        value = cls._run(plain[-1], value, name, values, context) if plain else check(_stripped(cls, value))
        for one in cls._validators("field", "after", name):
            value = cls._run(one, value, name, values, context)
        return value

    @classmethod
    def _run(cls, one, value, name, values, context):
        function = one.function
        if one.options.get("each_item") and isinstance(value, (list, tuple, set)):
            return type(value)(guarded(function, cls, item) for item in value)
        if one.options.get("old"):
            return _run_old(cls, one, value, name, values)
        is_static = isinstance(one.method, staticmethod)
        arguments = _information(one, values, 2 if is_static else 3, context, name)
        return guarded(lambda given: function(given, *arguments) if is_static else function(cls, given, *arguments),
                       value)

    @classmethod
    def _wrap(cls, one, check, name, values, context):
        arguments = _information(one, values, 4, context, name)
        return lambda value: guarded(lambda given: one.function(cls, given, check, *arguments), value)

    @classmethod
    def __pydantic_validate__(cls, value):
        if isinstance(value, cls):
            return value
        if cls.__pydantic_root_model__:
            return cls(value)
        if not isinstance(value, dict):
            if isinstance(value, BaseModel):
                value = dict(value._items())
            elif cls._model_config.get("from_attributes"):
                value = _attributes(cls, value)
        made = cls.__new__(cls)
        try:
            if not isinstance(value, dict) and not list(cls._validators("model", "before")):
                raise invalid("model_type", "Input should be a valid dictionary or instance of " + cls.__name__, value,
                              class_name=cls.__name__)
            if cls.__init__ is BaseModel.__init__ or not isinstance(value, dict):
                made._fill(value)
            else:
                made.__init__(**value)
        except ValidationError as error:
            raise Invalid(error._problems)
        return made

    # ------------------------------------------------------------------------------------------ attributes

    def __getattr__(self, name):
        if name in type(self)._model_private:
            raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))
        if name in ("model_fields", "__fields__"):
            return type(self)._fields()
        if name == "__fields_set__":
            return self.__pydantic_fields_set__
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def __setattr__(self, name, value):
        cls = type(self)
        if name.startswith("_") or isinstance(getattr(cls, name, None), property):
            return object.__setattr__(self, name, value)
        config = cls._model_config
        fields = cls._fields()
        is_frozen = config.get("frozen") or config.get("allow_mutation") is False
        if is_frozen or (name in fields and fields[name].frozen):
            kind = "frozen_instance" if is_frozen else "frozen_field"
            noun = "Instance" if is_frozen else "Field"
            raise ValidationError(cls.__name__, invalid(kind, noun + " is frozen", value).below(name))
        if name not in fields and config.get("extra", "ignore") != "allow":
            raise ValueError("%r object has no field %r" % (cls.__name__, name))
        if name in fields and config.get("validate_assignment"):
            try:
                value = cls._check_field(name, value, dict(self._items()))
            except Invalid as error:
                raise ValidationError(cls.__name__, error.below(name))
        self.__dict__[name] = value
        if name in fields:
            self.__pydantic_fields_set__.add(name)

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    def _items(self):
        names = list(type(self)._fields()) + list(self.__pydantic_extra__ or ())
        return [(name, self.__dict__[name]) for name in names if name in self.__dict__]

    def __iter__(self):
        return iter(self._items())

    def __eq__(self, other):
        if not isinstance(other, BaseModel):
            return NotImplemented
        return type(self) is type(other) and self._items() == other._items()

    def __hash__(self):
        if self._model_config.get("frozen"):
            return hash((type(self), tuple(value for _, value in self._items())))
        raise TypeError("unhashable type: %r" % type(self).__name__)

    def __repr_args__(self):
        fields = type(self)._fields()
        shown = [(name, value) for name, value in self._items() if name not in fields or fields[name].repr]
        return shown + [(name, getattr(self, name)) for name in _computed(type(self))]

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % item for item in self.__repr_args__()))

    def __str__(self):
        return " ".join("%s=%r" % item for item in self.__repr_args__())

    # ------------------------------------------------------------------------------------------ public

    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None, by_alias=None, by_name=None):
        if from_attributes and not isinstance(obj, dict):
            obj = _attributes(cls, obj)
        try:
            return cls.__pydantic_validate__(obj)
        except Invalid as error:
            raise ValidationError(cls.__name__, error.problems)

    @classmethod
    def model_validate_json(cls, json_data, **options):
        return cls.model_validate(json.loads(json_data), **options)

    parse_obj = model_validate
    from_orm = model_validate

    @classmethod
    def parse_raw(cls, b, **options):
        return cls.model_validate(json.loads(b))

    @classmethod
    def parse_file(cls, path, **options):
        with open(path) as file:
            return cls.model_validate(json.loads(file.read()))

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        filled = {name: info.get_default(call_default_factory=True) for name, info in cls._fields().items()
                  if not info.is_required()}
        filled.update((name, value) for name, value in values.items() if name in cls._fields())
        extra = None
        if cls._model_config.get("extra") == "allow":
            extra = {name: value for name, value in values.items() if name not in cls._fields()}
        made._set(filled, extra, set(values) if _fields_set is None else _fields_set)
        return made

    construct = model_construct

    def model_dump(self, *, mode="python", include=None, exclude=None, by_alias=None, exclude_unset=False,
                   exclude_defaults=False, exclude_none=False, **options):
        choice = {"by_alias": by_alias, "exclude_unset": exclude_unset, "exclude_defaults": exclude_defaults,
                  "exclude_none": exclude_none, "mode": mode}
        return to_plain(self, include, exclude, choice)

    def dict(self, **options):
        return self.model_dump(**options)

    def model_dump_json(self, *, indent=None, **options):
        separators = None if indent is not None else (",", ":")
        return json.dumps(self.model_dump(mode="json", **options), indent=indent, separators=separators,
                          ensure_ascii=False)

    def json(self, *, indent=None, encoder=None, **options):
        return json.dumps(self.model_dump(mode="json", **options), indent=indent)

    def model_copy(self, *, update=None, deep=False):
        made = type(self).__new__(type(self))
        values = dict(self.__dict__)
        if deep:
            import copy

            values = copy.deepcopy(values)
        extra = self.__pydantic_extra__
        made._set({}, None if extra is None else {**extra}, set(self.__pydantic_fields_set__))
        made.__dict__.update(values)
        made.__dict__.update(update or {})
        made.__pydantic_fields_set__.update(update or ())
        return made

    def copy(self, *, update=None, deep=False, **options):
        return self.model_copy(update=update, deep=deep)

    def __copy__(self):
        return self.model_copy()

    def __deepcopy__(self, memo=None):
        return self.model_copy(deep=True)

    @classmethod
    def model_rebuild(cls, **options):
        cls._model_fields = None
        cls._model_checks = None
        return True

    update_forward_refs = model_rebuild

    @classmethod
    def __class_getitem__(cls, arguments):
        return _with_arguments(cls, arguments if isinstance(arguments, tuple) else (arguments,))


def _with_arguments(cls, arguments):
    """Model[int]: a model whose type variables are replaced."""
    known = cls.__dict__.get("_model_made")
    if known is None:
        known = cls._model_made = []
    for given, made in known:
        if given == arguments:
            return made
    names = ", ".join(getattr(argument, "__name__", str(argument)) for argument in arguments)
    parameters = []
    for info in cls._fields().values():
        _note_parameters(info.annotation, parameters)
    values = dict(zip(parameters, arguments))
    annotations = {name: _substituted(info.annotation, values) for name, info in cls._fields().items()}
    body = {"__annotations__": annotations, "__module__": cls.__module__}
    body.update((name, info) for name, info in cls._fields().items())
    made = ModelMetaclass("%s[%s]" % (cls.__name__, names), (cls,), body)
    known.append((arguments, made))
    return made


def _note_parameters(annotation, found):
    if isinstance(annotation, typing.TypeVar):
        if annotation not in found:
            found.append(annotation)
        return
    for argument in typing.get_args(annotation):
        _note_parameters(argument, found)


def _substituted(annotation, values):
    if isinstance(annotation, typing.TypeVar):
        return values.get(annotation, annotation)
    parameters = getattr(annotation, "__parameters__", ())
    if not parameters:
        return annotation
    return annotation[tuple(values.get(parameter, parameter) for parameter in parameters)]


def _run_old(cls, one, value, name, values):
    """pydantic 1 gives a validator what its parameters name: values, field, config."""
    function = one.function
    code = function.__code__
    named = code.co_varnames[2:code.co_argcount + code.co_kwonlyargcount]
    offered = {"values": values, "field": cls._fields()[name], "config": cls._model_config}
    return guarded(lambda given: function(cls, given, **{key: offered[key] for key in named if key in offered}), value)


def _before_function(cls, one):
    return one.__get__(None, cls)


def _information(one, values, count, context, name=None):
    """ValidationInfo for a function that has a parameter for it."""
    return (ValidationInfo(values, name, context),) if takes(one.function, count) else ()


def _stripped(cls, value):
    if isinstance(value, str) and cls._model_config.get("str_strip_whitespace"):
        return value.strip()
    return value


def _is_optional(annotation):
    return type(None) in typing.get_args(annotation)


def _look_up(data, ways, used):
    for way in ways:
        if way[0] not in data:
            continue
        found = data
        try:
            for step in way:
                found = found[step]
        except (KeyError, IndexError, TypeError):
            continue
        used.add(way[0])
        return found
    return PydanticUndefined


def _attributes(cls, value):
    found = {}
    for name, info in cls._fields().items():
        for way in info.names(name, True):
            if hasattr(value, str(way[0])):
                found[way[0]] = getattr(value, way[0])
                break
    return found


class RootModel(BaseModel):
    __pydantic_root_model__ = True

    def __init__(self, root=PydanticUndefined, /, **data):
        self._fill({"root": data if root is PydanticUndefined and data else root} if
                   root is not PydanticUndefined or data else {})

    @classmethod
    def _fields(cls):
        fields = super()._fields()
        if "root" not in fields:
            fields["root"] = field_of(getattr(cls, "_model_root", typing.Any), PydanticUndefined)
        return fields

    @classmethod
    def __class_getitem__(cls, argument):
        if isinstance(argument, typing.TypeVar):
            return cls
        return ModelMetaclass("RootModel[%s]" % getattr(argument, "__name__", argument), (cls,),
                              {"_model_root": argument, "__module__": cls.__module__})

    def model_dump(self, **options):
        return super().model_dump(**options)["root"]


def create_model(model_name, /, *, __config__=None, __base__=None, __module__="__main__", __validators__=None,
                 **field_definitions):
    bases = __base__ if isinstance(__base__, tuple) else (__base__ or BaseModel,)
    body = {"__module__": __module__, "__annotations__": {}}
    if __config__ is not None:
        body["model_config"] = __config__
    for name, validator in (__validators__ or {}).items():
        body[name] = validator
    for name, definition in field_definitions.items():
        if isinstance(definition, tuple):
            body["__annotations__"][name], body[name] = definition
        else:
            body["__annotations__"][name] = type(definition) if not isinstance(definition, type) else definition
            if not isinstance(definition, type):
                body[name] = definition
    return ModelMetaclass(model_name, bases, body)


class TypeAdapter:
    """Checks inputs against any annotation."""

    def __init__(self, type, *, config=None, **options):
        self._type = type
        self._check = Types(config).of(type)

    def __class_getitem__(cls, item):
        return cls

    def validate_python(self, object, /, **options):
        try:
            return self._check(object)
        except Invalid as error:
            raise ValidationError(getattr(self._type, "__name__", str(self._type)), error.problems)

    def validate_json(self, data, /, **options):
        return self.validate_python(json.loads(data))

    def dump_python(self, instance, /, *, mode="python", **options):
        from pydantic._writing import plain

        return plain(instance, {"mode": mode})

    def dump_json(self, instance, /, *, indent=None, **options):
        return json.dumps(self.dump_python(instance, mode="json"), indent=indent, separators=(",", ":")).encode()


def parse_obj_as(type_, obj):
    return TypeAdapter(type_).validate_python(obj)
