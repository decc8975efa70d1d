"""Enumerations: classes whose attributes are their only instances."""


class auto:
    """Stands for the value that the class gives: the next number, or the name for StrEnum."""

    def __init__(self, value=None):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def unique(enumeration):
    aliases = [name + " -> " + m.name for name, m in enumeration.__members__.items() if name != m.name]
    if aliases:
        raise ValueError("duplicate values found in " + repr(enumeration) + ": " + ", ".join(aliases))
    return enumeration


class property(property):
    """A property that members may share a name with (types.DynamicClassAttribute)."""


_plain_property = property.__mro__[1]


def _is_dunder(name):
    return len(name) > 4 and name[:2] == "__" and name[-2:] == "__"


def _is_private(owner, name):
    return name.startswith("_" + owner + "__") and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


class _EnumDict(dict):
    """Class body of an enumeration: gives auto() its value and notes the members in order."""

    def __init__(self, owner, bases):
        dict.__init__(self)
        self._owner = owner
        self._member_names = []
        self._last_values = []
        self._ignore = []
        self._generate = None
        for base in bases:
            generate = getattr(base, "_generate_next_value_", None)
            if generate is not None:
                self._generate = generate
                break

    def __setitem__(self, name, value):
        if name == "_generate_next_value_":
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif name == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif self._is_member(name, value):
            if name in self._member_names:
                raise TypeError(repr(name) + " already defined as " + repr(self[name]))
            value = self._value_of(name, value)
            self._member_names.append(name)
            self._last_values.append(value)
        elif isinstance(value, nonmember):
            value = value.value
        dict.__setitem__(self, name, value)

    def _is_member(self, name, value):
        if isinstance(value, member):
            return True
        if isinstance(value, nonmember) or name in self._ignore:
            return False
        if _is_dunder(name) or (name[:1] == "_" and name[-1:] == "_") or _is_private(self._owner, name):
            return False
        return not _is_descriptor(value)

    def _value_of(self, name, value):
        if isinstance(value, member):
            return value.value
        if isinstance(value, auto):
            return self._next(name)
        if isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            return tuple(self._next(name) if isinstance(v, auto) else v for v in value)
        return value

    def _next(self, name):
        return self._generate(name, 1, len(self._member_names), self._last_values[:])


def _data_type(bases):
    """The built-in type that members are made of (str, int ...), or object."""
    for base in bases:
        for ancestor in base.__mro__:
            if ancestor is object or isinstance(ancestor, EnumType):
                continue
            if "__new__" in ancestor.__dict__ or ancestor in (int, str, float, bytes, tuple):
                return ancestor
    return object


class EnumType(type):
    def __prepare__(name, bases, **options):
        return _EnumDict(name, bases)

    def __new__(meta, name, bases, body, **options):
        options.pop("boundary", None)
        names = getattr(body, "_member_names", [])
        attributes = {key: value for key, value in body.items() if key not in names and key != "_ignore_"}
        for key in getattr(body, "_ignore", []):
            attributes.pop(key, None)
        for base in bases:
            if isinstance(base, EnumType) and base._member_map_:
                raise TypeError("<enum " + repr(name) + "> cannot extend " + repr(base))
        generate = attributes.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            attributes["_generate_next_value_"] = staticmethod(generate)
        cls = type.__new__(meta, name, bases, attributes, **options)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._member_type_ = data_type = _data_type(bases)
        maker = attributes.get("__new__")
        if maker is None:
            for base in bases:
                maker = getattr(base, "_new_member_", None)
                if maker is not None:
                    break
        if isinstance(maker, staticmethod):
            maker = maker.__func__
        cls._new_member_ = staticmethod(maker) if maker is not None else None
        cls._prefer_enum_texts(attributes, data_type)
        for key in names:
            cls._add_member(key, body[key], maker, data_type)
        if "__new__" in attributes:
            del cls.__new__
        return cls

    def __init__(cls, name, bases, body, **options):
        pass

    def _prefer_enum_texts(cls, attributes, data_type):
        """repr(), str() and format() are the enumeration's also where a mixed-in type stands first."""
        enumeration = next((base for base in cls.__mro__[1:] if isinstance(base, EnumType)), None)
        if enumeration is None or data_type is object:
            return
        for name in ("__repr__", "__str__", "__format__"):
            if name not in attributes and getattr(cls, name) is getattr(data_type, name):
                type.__setattr__(cls, name, getattr(enumeration, name))

    def _add_member(cls, name, value, maker, data_type):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if maker is not None:
            made = maker(cls, *args)
        elif data_type is object:
            made = object.__new__(cls)
        else:
            made = data_type.__new__(cls, *args)
        if not hasattr(made, "_value_"):
            made._value_ = value if data_type is object or maker is not None else data_type(*args)
        existing = cls._find(made._value_)
        if existing is not None:
            cls._member_map_[name] = existing
            type.__setattr__(cls, name, existing)
            return
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        made.__init__(*args)
        cls._member_names_.append(name)
        cls._member_map_[name] = made
        type.__setattr__(cls, name, made)
        try:
            cls._value2member_map_[made._value_] = made
        except TypeError:
            pass

    def _find(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
            return None

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, **options):
        if names is None:
            return cls._lookup(value)
        return cls._create(value, names, module, type, start)

    def _lookup(cls, value):
        if value.__class__ is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        made = cls._missing_(value)
        if made is None:
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        return made

    def _create(cls, name, names, module, mixin, start):
        bases = (cls,) if mixin is None else (mixin, cls)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        body = EnumType.__prepare__(name, bases)
        if hasattr(names, "items"):
            pairs = list(names.items())
        elif names and not isinstance(names[0], str):
            pairs = [tuple(pair) for pair in names]
        else:
            values = []
            pairs = []
            for position, key in enumerate(names):
                values.append(cls._generate_next_value_(key, start, position, values[:]))
                pairs.append((key, values[-1]))
        for key, value in pairs:
            body[key] = value
        if module is not None:
            body["__module__"] = module
        return cls.__class__(name, bases, body)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        return cls._find(value) is not None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_plain_property
    def __members__(cls):
        return type(object.__dict__)(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member " + repr(name))
        type.__setattr__(cls, name, value)

    def __repr__(cls):
        return "<" + ("flag" if Flag is not None and issubclass(cls, Flag) else "enum") + " " + repr(cls.__name__) + ">"


EnumMeta = EnumType
Flag = None


class Enum(metaclass=EnumType):
    @_plain_property
    def name(self):
        return self._name_

    @_plain_property
    def value(self):
        return self._value_

    def __init__(self, *args):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<" + self.__class__.__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        return self.__class__.__name__ + "." + self._name_

    def __format__(self, specification):
        return format(str(self), specification)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, protocol):
        return (self.__class__, (self._value_,))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Only repr() is Enum's; str() and format() are the mixed-in type's."""

    def __str__(self):
        return self._member_type_.__str__(self)

    def __format__(self, specification):
        return self._member_type_.__format__(self, specification)


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) != 1 or not isinstance(values[0], str):
            raise TypeError(repr(values[0]) + " is not a string")
        made = str.__new__(cls, values[0])
        made._value_ = values[0]
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return 1 if not numbers else 1 << max(numbers).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        everything = 0
        for known in cls._member_map_.values():
            everything |= known._value_
        if value < 0:
            value = everything & value
        if value & ~everything and not issubclass(cls, int):
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._name_ = "|".join(m._name_ for m in cls if m._value_ & value) or None
        cls._value2member_map_[value] = made
        return made

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return "<" + name + ": " + repr(self._value_) + ">"
        return "<" + name + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        if self._name_ is None:
            return self.__class__.__name__ + "(" + repr(self._value_) + ")"
        return self.__class__.__name__ + "." + self._name_

    def _combine(self, other, value):
        if not isinstance(other, (self.__class__, int)):
            return NotImplemented
        return self.__class__(value(self._value_, getattr(other, "_value_", other)))

    def __or__(self, other):
        return self._combine(other, lambda a, b: a | b)

    def __and__(self, other):
        return self._combine(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._combine(other, lambda a, b: a ^ b)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return self.__class__(~self._value_)

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([m for m in self.__class__ if m._value_ & self._value_])

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, ReprEnum, Flag):
    def __str__(self):
        return int.__repr__(self)

    def __hash__(self):
        return int.__hash__(self)


def verify(*checks):
    return lambda enumeration: enumeration
