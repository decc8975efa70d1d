"""What an application asks of its settings."""

_CHECKS = {
    "eq": lambda value, other: value == other, "ne": lambda value, other: value != other,
    "gt": lambda value, other: value > other, "lt": lambda value, other: value < other,
    "gte": lambda value, other: value >= other, "lte": lambda value, other: value <= other,
    "is_type_of": isinstance, "is_in": lambda value, other: value in other,
    "is_not_in": lambda value, other: value not in other, "identity": lambda value, other: value is other,
    "cont": lambda value, other: other in value, "len_eq": lambda value, other: len(value) == other,
    "len_ne": lambda value, other: len(value) != other, "len_min": lambda value, other: len(value) >= other,
    "len_max": lambda value, other: len(value) <= other, "startswith": lambda value, other: value.startswith(other),
    "endswith": lambda value, other: value.endswith(other),
}
_MISSING = object()


class ValidationError(ValueError):
    def __init__(self, message, *args, **kwargs):
        self.details = kwargs.pop("details", [])
        super().__init__(message, *args)
        self.message = message


class Validator:
    def __init__(self, *names, must_exist=None, required=None, condition=None, when=None, env=None, messages=None,
                 cast=None, default=_MISSING, description=None, apply_default_on_none=False, items_validators=None,
                 **operations):
        self.names = names
        self.must_exist = must_exist if must_exist is not None else required
        self.condition = condition
        self.when = when
        self.envs = [env] if isinstance(env, str) else env
        self.cast = cast
        self.default = default
        self.operations = operations

    def __or__(self, other):
        return _Either(self, other)

    def __and__(self, other):
        return _Both(self, other)

    def validate(self, settings, only=None, exclude=None):
        where = settings.current_env
        if self.envs and where.upper() not in [env.upper() for env in self.envs]:
            return
        if self.when is not None:
            try:
                self.when.validate(settings)
            except ValidationError:
                return
        for name in self.names:
            self._validate_one(settings, name, where)

    def _validate_one(self, settings, name, where):
        if name not in settings and self.default is not _MISSING:
            settings.set(name, self.default(settings, self) if callable(self.default) else self.default)
        exists = name in settings
        if self.must_exist and not exists:
            raise ValidationError("%s is required in env %s" % (name, where))
        if self.must_exist is False and exists:
            raise ValidationError("%s cannot exists in env %s" % (name, where))
        if not exists:
            return
        value = settings[name]
        if self.cast:
            value = self.cast(value)
            settings.set(name, value)
        if self.condition is not None and not self.condition(value):
            raise ValidationError("%s invalid for %s(%s) in env %s" % (name, self.condition.__name__, value, where))
        for operation, wanted in self.operations.items():
            if not _CHECKS[operation](value, wanted):
                raise ValidationError("%s must %s %s but it is %s in env %s" % (name, operation, wanted, value, where))


class _Either(Validator):
    def __init__(self, *validators):
        self.validators = validators

    def validate(self, settings, only=None, exclude=None):
        failures = []
        for one in self.validators:
            try:
                return one.validate(settings)
            except ValidationError as error:
                failures.append(str(error))
        raise ValidationError(" or ".join(failures))


class _Both(_Either):
    def validate(self, settings, only=None, exclude=None):
        for one in self.validators:
            one.validate(settings)


class ValidatorList(list):
    def __init__(self, settings, validators=None):
        list.__init__(self, validators or [])
        self.settings = settings

    def register(self, *validators, **options):
        self.extend(one for one in validators if one not in self)

    def validate(self, only=None, exclude=None, only_current_env=False):
        for one in self:
            one.validate(self.settings)

    validate_all = validate
