"""Settings from files and the environment, by the rules of Dynaconf.

Later sources win: files in their order, each with its `.local` one behind it, then DYNACONF_ variables, then those with
the prefix that the application gave itself. Names of the first level are kept in capitals.
"""

import os

from dynaconf import _sources
from dynaconf._values import DynaBox, merge_into, parse
from dynaconf.validator import ValidationError, Validator, ValidatorList

_MISSING = object()
_DEFAULT_FILES = [start + end for start in ("settings", ".secrets") for end in _sources.ENDINGS]
_OPTIONS = {
    "settings_files": [], "settings_file": None, "includes": [], "secrets": None, "preload": [],
    "envvar_prefix": "DYNACONF", "environments": False, "env": None, "default_env": "DEFAULT",
    "env_switcher": "ENV_FOR_DYNACONF", "root_path": None, "load_dotenv": False, "dotenv_path": None,
    "merge_enabled": False, "lowercase_read": True, "encoding": "utf-8", "nested_separator": "__",
    "ignore_unknown_envvars": False, "validators": None, "default_settings_paths": None,
}


def _as_list(value):
    if not value:
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.replace(";", ",").split(",")]
    return list(value)


def _split_options(given):
    """Dynaconf's own options, `name` or NAME_FOR_DYNACONF, and what else was given: settings."""
    options, settings = dict(_OPTIONS), {}
    for key, value in given.items():
        name = key.lower()
        name = name[:-len("_for_dynaconf")] if name.endswith("_for_dynaconf") else name
        name = {"settings_module": "settings_file", "env_for_dynaconf": "env"}.get(name, name)
        if name in options:
            options[name] = value
        else:
            settings[key.upper()] = value
    for name in ("settings_files", "settings_file", "envvar_prefix", "root_path", "merge_enabled"):
        said = os.environ.get(name.upper() + "_FOR_DYNACONF")
        if said is not None:
            options[name] = parse(said)
    return options, settings


class LazySettings:
    """Reads its sources when the first setting is asked for."""

    def __init__(self, wrapped=None, **given):
        own = self.__dict__
        own["_options"], own["_given"] = _split_options(given)
        own["_store"] = None
        own["_env"] = None
        own["validators"] = ValidatorList(self, own["_options"]["validators"])

    # ------------------------------------------------------------------------------------------ reading the sources

    def _all(self):
        if self._store is None:
            self.__dict__["_store"] = {}
            self._load()
            self.validators.validate()
        return self._store

    @property
    def current_env(self):
        options = self._options
        if not options["environments"]:
            return "main"
        return self._env or options["env"] or os.environ.get(options["env_switcher"]) or "DEVELOPMENT"

    def _load(self):
        options = self._options
        if options["load_dotenv"]:
            from dotenv import find_dotenv, load_dotenv

            load_dotenv(options["dotenv_path"] or find_dotenv(usecwd=True))
        self._merge({key: parse(value, self) for key, value in self._given.items()})
        files = _as_list(options["preload"]) + _as_list(options["settings_file"]) + _as_list(options["settings_files"])
        files = files or _as_list(options["default_settings_paths"])
        for name in files + _as_list(options["secrets"]) + _as_list(options["includes"]):
            for path in _sources.find(name, options["root_path"]):
                self._merge_file(path)
        for name in _as_list(self._store.get("DYNACONF_INCLUDE")):
            for path in _sources.find(name, options["root_path"]):
                self._merge_file(path)
        self._load_environment()

    def _merge_file(self, path):
        data = _sources.read(path, self._options["encoding"])
        if not self._options["environments"] or path.endswith(".py"):
            return self._merge(data)
        sections = {key.lower(): value for key, value in data.items()}
        for name in (self._options["default_env"], self.current_env, "global"):
            self._merge(sections.get(name.lower()) or {})

    def _load_environment(self):
        given = self._options["envvar_prefix"]
        prefixes = ["DYNACONF"]
        prefixes += [""] if given is False else [part.upper() for part in _as_list(given) if part.upper() != "DYNACONF"]
        for prefix in prefixes:
            start = prefix + "_" if prefix else ""
            # What refers to other settings comes behind them.
            for name, value in sorted(os.environ.items(), key=lambda item: (item[1].startswith("@format"), item[0])):
                if name.upper().startswith(start) and len(name) > len(start):
                    self._take_variable(name[len(start):].upper(), value)

    def _take_variable(self, key, value):
        separator = self._options["nested_separator"]
        if self._options["ignore_unknown_envvars"] and key.split(separator or None)[0] not in self._store:
            return
        parts = key.split(separator) if separator else [key]
        value = parse(value, self)
        for part in reversed(parts[1:]):
            value = {part: value}
        self._merge({parts[0]: value}, deep=len(parts) > 1)

    def _merge(self, data, deep=False):
        for key, value in data.items():
            merge_into(self._store, key.upper(), value, deep or self._options["merge_enabled"])

    def reload(self, env=None, silent=None):
        self.__dict__["_store"] = None

    def configure(self, settings_module=None, **given):
        self.__init__(**given)

    # ------------------------------------------------------------------------------------------ asking for settings

    def _find(self, key):
        store = self._all()
        if key.upper() in store:
            return store[key.upper()]
        found = store
        for part in key.split("."):
            if not isinstance(found, dict):
                return _MISSING
            found = found.get(part.upper(), _MISSING) if found is store else DynaBox.find(found, part, _MISSING)
        return found

    def get(self, key, default=None, cast=None, fresh=False, dotted_lookup=True, parent=None, sysenv_fallback=None):
        found = self._find(key)
        if found is _MISSING:
            return default
        return parse("%s %s" % (cast, found), self) if isinstance(cast, str) else cast(found) if cast else found

    __call__ = get

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        is_setting = self._options["lowercase_read"] or name.isupper()
        found = self._all().get(name.upper(), _MISSING) if is_setting else _MISSING
        if found is _MISSING:
            raise AttributeError("'Settings' object has no attribute %r" % name.upper())
        return found

    def __setattr__(self, name, value):
        self.set(name, value)

    def __getitem__(self, key):
        found = self._find(key)
        if found is _MISSING:
            raise KeyError("%s does not exist" % key)
        return found

    def __setitem__(self, key, value):
        self.set(key, value)

    def __contains__(self, key):
        return self._find(key) is not _MISSING

    def exists(self, key, fresh=False):
        return key in self

    def __iter__(self):
        return iter(self._all())

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def as_dict(self, env=None, internal=False):
        source = self if env is None else self.from_env(env)
        return {key: value.to_dict() if isinstance(value, DynaBox) else value for key, value in source.items()}

    to_dict = as_dict

    def as_bool(self, key):
        return self.get(key, cast="@bool")

    def as_int(self, key):
        return self.get(key, cast="@int")

    def as_float(self, key):
        return self.get(key, cast="@float")

    def as_json(self, key):
        return self.get(key, cast="@json")

    # ------------------------------------------------------------------------------------------ changing them

    def set(self, key, value, loader_identifier=None, tomlfy=False, dotted_lookup=True, is_secret=False, merge=False):
        parts = key.split(".") if dotted_lookup else [key]
        for part in reversed(parts[1:]):
            value = {part: value}
        merge_into(self._all(), parts[0].upper(), value, bool(merge) or len(parts) > 1)

    def update(self, data=None, **given):
        for key, value in {**(data or {}), **{k: v for k, v in given.items() if k not in ("merge", "tomlfy")}}.items():
            self.set(key, value, merge=given.get("merge", False))

    def setdefault(self, item, default, apply_default_on_none=False):
        if item not in self or apply_default_on_none and self.get(item) is None:
            self.set(item, default)
        return self.get(item)

    def from_env(self, env="", keep=False, **given):
        made = LazySettings(**{**self._options, **self._given, **given, "validators": None})
        made.__dict__["_env"] = env
        return made

    def setenv(self, env=None, clean=True, silent=True, filename=None):
        self.__dict__["_env"] = env
        self.reload()

    def populate_obj(self, obj, keys=None, ignore=None):
        for key in keys or self.keys():
            if key not in (ignore or ()) and key in self:
                setattr(obj, key, self[key])


Dynaconf = LazySettings
settings = LazySettings(environments=True, lowercase_read=False, load_dotenv=True,
                        default_settings_paths=_DEFAULT_FILES)
