"""`cfg.CONF` and the options that are registered with it. Values are those of set_override(), the environment
(OS_GROUP__NAME), the files, set_default() and the option, in this order; environment and files count once CONF() was
called, as in Oslo."""

import collections.abc
import os
import re

from oslo_config import _files
from oslo_config._files import find_config_dirs, find_config_files
from oslo_config._options import *

_TEMPLATE = re.compile(r"\$\$|\\\$|\$(?:\{([\w.]+)\}|(\w+))")
# Groups whose options are registered by what is known here.
_KNOWN_GROUPS = ("database",)


def set_defaults(opts, **kwargs):
    """Other defaults for options that a library declares."""
    for opt in opts:
        if opt.dest in kwargs:
            opt.default = kwargs.pop(opt.dest)


def _name(group):
    name = group.name if isinstance(group, OptGroup) else group
    return None if name in (None, "DEFAULT") else name


class ConfigOpts(collections.abc.Mapping):
    def __init__(self):
        self.__dict__.update(_opts={}, _groups={}, _overrides={}, _defaults={}, _values={}, _is_called=False,
                             _use_env=True, project=None, prog=None, version=None, default_config_files=[],
                             default_config_dirs=[], config_file=[], config_dir=[])

    # ------------------------------------------------------------------ options

    def register_group(self, group):
        self._groups.setdefault(group.name, group)

    def _group(self, group, makes=False):
        """None, or the group of that name."""
        if isinstance(group, OptGroup):
            if makes:
                self.register_group(group)
            return self._groups.get(group.name, group)
        if _name(group) is None:
            return None
        if group not in self._groups:
            if not makes:
                raise NoSuchGroupError(group)
            self._groups[group] = OptGroup(group)
        return self._groups[group]

    def _options(self, group):
        return self._opts if group is None else group._opts

    def register_opt(self, opt, group=None, cli=False):
        options = self._options(self._group(group, makes=True))
        known = options.get(opt.dest)
        if known is not None and known is not opt:
            if vars(known) == vars(opt):
                return False
            raise DuplicateOptError(opt.name)
        options[opt.dest] = opt
        return known is None

    def register_opts(self, opts, group=None):
        for opt in opts:
            self.register_opt(opt, group)

    def register_cli_opt(self, opt, group=None):
        return self.register_opt(opt, group, cli=True)

    def register_cli_opts(self, opts, group=None):
        self.register_opts(opts, group)

    def unregister_opt(self, opt, group=None):
        self._options(self._group(group)).pop(opt.dest, None)

    def unregister_opts(self, opts, group=None):
        for opt in opts:
            self.unregister_opt(opt, group)

    def import_opt(self, name, module_str, group=None):
        """The option of a module that registers it while it is imported."""
        __import__(module_str)

    def import_group(self, group, module_str):
        __import__(module_str)

    def list_all_sections(self):
        return sorted({group or "DEFAULT" for group, _ in self._values})

    # ------------------------------------------------------------------ values

    def set_override(self, name, override, group=None):
        self._overrides[_name(group), name] = self._checked(name, override, group)

    def set_default(self, name, default, group=None):
        self._defaults[_name(group), name] = self._checked(name, default, group)

    def _checked(self, name, value, group):
        """Options of packages that are not there are not known; what is set for them is kept nevertheless."""
        opt = self._find(name, group)
        return value if opt is None or value is None else self._convert(opt, value, group)

    def clear_override(self, name, group=None):
        self._overrides.pop((_name(group), name), None)

    def clear_default(self, name, group=None):
        self._defaults.pop((_name(group), name), None)

    def clear(self):
        self.__dict__.update(_is_called=False, _values={})
        self._overrides.clear()

    def reset(self):
        self.clear()

    def _find(self, name, group):
        """The option; None where nobody registered one."""
        if _name(group) is None:
            return self._opts.get(name)
        known = self._groups.get(_name(group))
        return known and known._opts.get(name)

    def _get(self, name, group=None):
        """The value of an option. One that nobody registered here may be that of a package that is not there."""
        key = (_name(group), name)
        if key in self._overrides:
            return self._substituted(self._overrides[key], group)
        opt = self._find(name, group)
        if opt is None:
            if key in self._defaults:
                return self._substituted(self._defaults[key], group)
            if name.startswith("_") or key[0] in _KNOWN_GROUPS or key == (None, "database"):
                raise NoSuchOptError(name, self._groups.get(key[0]))
            import oslo_config.options_of_other_packages as elsewhere

            return getattr(getattr(elsewhere, key[0]) if key[0] else elsewhere, name)
        texts = self._texts(opt, key[0]) if self._is_called else None
        if texts is not None:
            return self._read(opt, texts, group)
        given = self._defaults.get(key, opt.default)
        return given if given is None else self._convert(opt, given, group)

    def _texts(self, opt, group):
        variable = "OS_%s__%s" % ((group or "DEFAULT").upper(), opt.name.upper())
        if self._use_env and variable in os.environ:
            return [os.environ[variable]]
        for old_group, name in opt.names(group):
            if (_name(old_group), name) in self._values:
                return self._values[_name(old_group), name]
        return None

    def _read(self, opt, texts, group):
        try:
            if opt.multi:
                return [opt.type(self._substituted(text, group)) for text in texts]
            return self._convert(opt, texts[-1], group)
        except ValueError as error:
            raise ConfigFileValueError("Value for option %s is not valid: %s" % (opt.name, error))

    def _convert(self, opt, value, group):
        value = self._substituted(value, group)
        if opt.multi:
            return [opt.type(one) for one in value]
        return opt.type(value)

    def _substituted(self, value, group=None):
        """"$name" and "${group.name}" in texts are other options' values."""
        if isinstance(value, list):
            return [self._substituted(one, group) for one in value]
        if not isinstance(value, str) or "$" not in value:
            return value

        def replace(match):
            if match[1] is None and match[2] is None:
                return "$"
            of, _, name = (match[1] or match[2]).rpartition(".")
            found = self._named(name, of or group)
            return "" if found is None else str(found)

        return _TEMPLATE.sub(replace, value)

    def _named(self, name, group):
        """In the option's own group, else among those of no group."""
        if _name(group) is not None and self._find(name, group) is None:
            group = None
        return self._get(name, group)

    def __call__(self, args=None, project=None, prog=None, version=None, usage=None, default_config_files=None,
                 default_config_dirs=None, validate_default_values=False, description=None, epilog=None, use_env=True):
        files = find_config_files(project, prog) if default_config_files is None else list(default_config_files)
        self.__dict__.update(_is_called=True, _use_env=use_env, project=project, prog=prog, version=version,
                             default_config_files=files, default_config_dirs=list(default_config_dirs or ()))
        given = _argument(args or (), "--config-file")
        self.__dict__.update(config_file=given or files, config_dir=_argument(args or (), "--config-dir"))
        self.reload_config_files()
        for group in [None, *self._groups.values()]:
            for opt in self._options(group).values():
                if opt.required and self._get(opt.dest, group) is None:
                    raise RequiredOptError(opt.name, group)
        return []

    def reload_config_files(self):
        values = {}
        missing = [path for path in self.config_file if not os.path.exists(path)]
        if missing:
            raise ConfigFilesNotFoundError(missing)
        paths = list(self.config_file)
        for folder in self.config_dir:
            paths += [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".conf")]
        for path in paths:
            try:
                _files.read(path, values)
            except ValueError as error:
                raise ConfigFileParseError(path, str(error))
        self.__dict__["_values"] = values
        return True

    mutate_config_files = reload_config_files

    def find_file(self, name):
        folders = [os.path.dirname(os.path.abspath(path)) for path in self.config_file] + _files._folders(self.project)
        return next((path for path in (os.path.join(one, name) for one in folders) if os.path.exists(path)), None)

    def log_opt_values(self, logger, lvl):
        pass

    def register_mutate_hook(self, hook):
        pass

    # ------------------------------------------------------------------ as attributes and items

    def __getattr__(self, name):
        if name in self._groups:
            return GroupAttr(self, self._groups[name])
        return self._get(name)

    def __getitem__(self, key):
        return self.__getattr__(key)

    def __contains__(self, key):
        return key in self._opts or key in self._groups

    def __iter__(self):
        yield from self._opts
        yield from self._groups

    def __len__(self):
        return len(self._opts) + len(self._groups)

    def __hash__(self):
        return id(self)

    def __eq__(self, other):
        return self is other


class GroupAttr(collections.abc.Mapping):
    """The options of a group: CONF.database."""

    def __init__(self, conf, group):
        self._conf = conf
        self._group = group

    def __getattr__(self, name):
        return self._conf._get(name, self._group)

    def __getitem__(self, key):
        return self.__getattr__(key)

    def __contains__(self, key):
        return key in self._group._opts

    def __iter__(self):
        yield from self._group._opts

    def __len__(self):
        return len(self._group._opts)


def _argument(args, name):
    """The values of an option of the command line."""
    found = []
    args = list(args)
    for i, argument in enumerate(args):
        if argument == name:
            found += args[i + 1 : i + 2]
        elif argument.startswith(name + "="):
            found.append(argument[len(name) + 1 :])
    return found


ConfigOpts.GroupAttr = GroupAttr
CONF = ConfigOpts()
