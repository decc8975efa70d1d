"""The options that a program declares, and what may be wrong with them."""

from oslo_config import types


class Error(Exception):
    def __init__(self, msg=None):
        self.msg = msg

    def __str__(self):
        return self.msg or ""


class NotInitializedError(Error):
    def __str__(self):
        return "call expression on parser has not been invoked"


class ArgsAlreadyParsedError(Error):
    def __str__(self):
        return "arguments already parsed" + (": " + self.msg if self.msg else "")


class NoSuchOptError(Error, AttributeError):
    def __init__(self, opt_name, group=None):
        self.opt_name = opt_name
        self.group = group

    def __str__(self):
        return "no such option %s in group [%s]" % (self.opt_name, "DEFAULT" if self.group is None else self.group.name)


class NoSuchGroupError(Error):
    def __init__(self, group_name):
        self.group_name = group_name

    def __str__(self):
        return "no such group [%s]" % self.group_name


class DuplicateOptError(Error):
    def __init__(self, opt_name):
        self.opt_name = opt_name

    def __str__(self):
        return "duplicate option: %s" % self.opt_name


class RequiredOptError(Error):
    def __init__(self, opt_name, group=None):
        self.opt_name = opt_name
        self.group = group

    def __str__(self):
        return "value required for option %s in group [%s]" % (
            self.opt_name, "DEFAULT" if self.group is None else self.group.name)


class TemplateSubstitutionError(Error):
    def __str__(self):
        return "template substitution error: %s" % self.msg


class ConfigFilesNotFoundError(Error):
    def __init__(self, config_files):
        self.config_files = config_files

    def __str__(self):
        return "Failed to find some config files: %s" % ",".join(self.config_files)


class ConfigFileParseError(Error):
    def __init__(self, config_file, msg):
        self.config_file = config_file
        self.msg = msg

    def __str__(self):
        return "Failed to parse %s: %s" % (self.config_file, self.msg)


class ConfigFileValueError(Error, ValueError):
    pass


class ConfigSourceValueError(Error, ValueError):
    pass


class DeprecatedOpt:
    """A name that an option had before."""

    def __init__(self, name, group=None):
        self.name = name
        self.group = group


class Opt:
    multi = False

    def __init__(self, name, type=None, dest=None, short=None, default=None, help=None, required=None,
                 deprecated_name=None, deprecated_group=None, deprecated_opts=None, **details):
        self.name = name
        self.type = types.String() if type is None else type
        self.dest = (name if dest is None else dest).replace("-", "_")
        self.short = short
        self.default = default
        self.help = help
        self.required = default is None if required is None and details.get("positional") else bool(required)
        self.deprecated_opts = list(deprecated_opts or ())
        if deprecated_name is not None or deprecated_group is not None:
            self.deprecated_opts.append(DeprecatedOpt(deprecated_name or name, deprecated_group))
        self.__dict__.update({"secret": False, "mutable": False, "advanced": False, **details})

    def names(self, group):
        """(group, name) as files may have it, the newest name first."""
        yield group, self.name
        if self.name.replace("-", "_") != self.name:
            yield group, self.name.replace("-", "_")
        for old in self.deprecated_opts:
            yield old.group or group, old.name or self.name

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __lt__(self, other):
        return self.name < other.name

    __hash__ = object.__hash__


class StrOpt(Opt):
    def __init__(self, name, choices=None, quotes=None, regex=None, ignore_case=False, max_length=None, **options):
        super().__init__(name, type=types.String(choices, quotes or False, regex, ignore_case, max_length), **options)


class BoolOpt(Opt):
    def __init__(self, name, **options):
        super().__init__(name, type=types.Boolean(), **options)


class IntOpt(Opt):
    def __init__(self, name, min=None, max=None, choices=None, **options):
        super().__init__(name, type=types.Integer(min, max, choices), **options)


class FloatOpt(Opt):
    def __init__(self, name, min=None, max=None, **options):
        super().__init__(name, type=types.Float(min, max), **options)


class PortOpt(Opt):
    def __init__(self, name, min=None, max=None, choices=None, **options):
        super().__init__(name, type=types.Port(min, max, choices), **options)


class ListOpt(Opt):
    def __init__(self, name, item_type=None, bounds=None, **options):
        super().__init__(name, type=types.List(item_type, bounds or False), **options)


class DictOpt(Opt):
    def __init__(self, name, **options):
        super().__init__(name, type=types.Dict(), **options)


class IPOpt(Opt):
    def __init__(self, name, version=None, **options):
        super().__init__(name, type=types.IPAddress(version), **options)


class HostnameOpt(Opt):
    def __init__(self, name, **options):
        super().__init__(name, type=types.Hostname(), **options)


class HostAddressOpt(Opt):
    def __init__(self, name, version=None, **options):
        super().__init__(name, type=types.HostAddress(version), **options)


class HostDomainOpt(Opt):
    def __init__(self, name, version=None, **options):
        super().__init__(name, type=types.HostDomain(version), **options)


class URIOpt(Opt):
    def __init__(self, name, max_length=None, schemes=None, **options):
        super().__init__(name, type=types.URI(max_length, schemes), **options)


class MultiOpt(Opt):
    """An option that may stand several times: a list."""

    multi = True

    def __init__(self, name, item_type, **options):
        super().__init__(name, type=item_type, **options)


class MultiStrOpt(MultiOpt):
    def __init__(self, name, **options):
        super().__init__(name, types.MultiString(), **options)


class SubCommandOpt(Opt):
    """The sub-commands of a program's command line; none is given where migrations run."""

    def __init__(self, name, dest=None, handler=None, title=None, description=None, help=None):
        super().__init__(name, type=types.String(), dest=dest, help=help)
        self.handler = handler


class OptGroup:
    def __init__(self, name, title=None, help=None, dynamic_group_owner="", driver_option=""):
        self.name = name
        self.title = name + " options" if title is None else title
        self.help = help
        self._opts = {}

    def __str__(self):
        return self.name
