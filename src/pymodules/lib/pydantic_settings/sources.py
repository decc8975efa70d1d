"""Where settings come from: arguments, the environment, .env files, folders of secrets, configuration files."""

import json
import os
import pathlib
import typing

from pydantic.fields import AliasChoices, AliasPath
from pydantic.main import BaseModel

_COMPLEX = (list, dict, set, frozenset, tuple)
DEFAULT_PATH = pathlib.Path("")


class SettingsError(ValueError):
    pass


class NoDecode:
    """In an annotation: the text is not taken for JSON."""


class ForceDecode:
    """In an annotation: the text is taken for JSON."""


class PydanticBaseSettingsSource:
    def __init__(self, settings_cls):
        self.settings_cls = settings_cls
        self.config = settings_cls._model_config
        self._current_state = {}

    @property
    def current_state(self):
        return self._current_state

    def get_field_value(self, field, field_name):
        return None, field_name, False

    def field_is_complex(self, field):
        return is_complex(field.annotation)

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        if value is not None and (self.field_is_complex(field) or value_is_complex):
            return self.decode_complex_value(field_name, field, value)
        return value

    def decode_complex_value(self, field_name, field, value):
        if any(item is NoDecode or isinstance(item, NoDecode) for item in field.metadata):
            return value
        return json.loads(value)

    def __call__(self):
        found = {}
        for name, field in self.settings_cls._fields().items():
            value, key, value_is_complex = self.get_field_value(field, name)
            value = self.prepare_field_value(name, field, value, value_is_complex)
            if value is not None:
                found[key] = value
        return found


def is_complex(annotation):
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return is_complex(annotation.__origin__)
    if origin is typing.Union or type(annotation).__name__ == "UnionType":
        return any(is_complex(arg) for arg in typing.get_args(annotation))
    cls = origin if origin is not None else annotation
    if not isinstance(cls, type) or type(annotation).__name__ == "opaque":
        return False
    if issubclass(cls, (str, bytes)):
        return False
    return issubclass(cls, _COMPLEX) or issubclass(cls, BaseModel) or cls.__module__ == "collections.abc"


class InitSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, init_kwargs):
        super().__init__(settings_cls)
        self.init_kwargs = init_kwargs

    def __call__(self):
        return dict(self.init_kwargs)


class EnvSettingsSource(PydanticBaseSettingsSource):
    """Names are NAME or PREFIXNAME; parts of nested models are NAME__PART with a delimiter."""

    def __init__(self, settings_cls, case_sensitive=None, env_prefix=None, env_nested_delimiter=None,
                 env_ignore_empty=None, env_parse_none_str=None, **options):
        super().__init__(settings_cls)
        self.case_sensitive = self._option("case_sensitive", case_sensitive, False)
        self.env_prefix = self._option("env_prefix", env_prefix, "")
        self.env_nested_delimiter = self._option("env_nested_delimiter", env_nested_delimiter, None)
        self.env_ignore_empty = self._option("env_ignore_empty", env_ignore_empty, False)
        self.env_parse_none_str = self._option("env_parse_none_str", env_parse_none_str, None)
        self.env_vars = self._load_env_vars()

    def _option(self, name, given, fallback):
        return given if given is not None else self.config.get(name, fallback)

    def _folded(self, name):
        return name if self.case_sensitive else name.lower()

    def _load_env_vars(self):
        return self._variables(os.environ)

    def _variables(self, given):
        none = self.env_parse_none_str
        return {self._folded(name): None if none is not None and value == none else value
                for name, value in given.items() if value != "" or not self.env_ignore_empty}

    def names_of(self, field, field_name):
        """Each as the key that validation looks for, and the variable."""
        alias = field.validation_alias if field.validation_alias is not None else field.alias
        old = field.extra.get("env") or (self.config.get("fields", {}).get(field_name) or {}).get("env")
        if old is not None:
            names = [old] if isinstance(old, str) else list(old)
            return [(field_name, self._folded(name)) for name in names]
        if isinstance(alias, AliasChoices):
            return [(way[0], self._folded(way[0])) for way in alias.convert_to_aliases()]
        if isinstance(alias, AliasPath):
            return [(alias.path[0], self._folded(alias.path[0]))]
        if alias is not None:
            found = [(alias, self._folded(alias))]
            by_name = self.config.get("populate_by_name") or self.config.get("validate_by_name")
            return found + [(field_name, self._folded(self.env_prefix + field_name))] if by_name else found
        return [(field_name, self._folded(self.env_prefix + field_name))]

    def get_field_value(self, field, field_name):
        names = self.names_of(field, field_name)
        for key, name in names:
            if self.env_vars.get(name) is not None:
                return self.env_vars[name], key, False
        return None, names[0][0], False

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        model = nested_model(field.annotation)
        parts = self._parts(field, field_name, model)
        if value is None:
            return parts or None
        if not (self.field_is_complex(field) or value_is_complex) or not isinstance(value, str):
            return value
        try:
            decoded = self.decode_complex_value(field_name, field, value)
        except ValueError as error:
            if _takes_text(field.annotation):
                return value
            raise SettingsError('error parsing value for field "%s" from source "%s"' % (
                field_name, type(self).__name__)) from error
        return deep_update(decoded, parts) if isinstance(decoded, dict) else decoded

    def _parts(self, field, field_name, model):
        """What NAME__PART variables say of a nested model or dict."""
        delimiter = self.env_nested_delimiter
        if not delimiter:
            return {}
        found = {}
        for _, name in self.names_of(field, field_name):
            start = name + self._folded(delimiter)
            for variable, value in self.env_vars.items():
                if variable.startswith(start) and value is not None:
                    _put(found, variable[len(start):].split(self._folded(delimiter)), value, model, self.case_sensitive)
        return found


def _takes_text(annotation):
    """A union one of whose members is no container: Union[str, List[str]]."""
    args = [arg for arg in typing.get_args(annotation) if arg is not type(None)]
    is_union = typing.get_origin(annotation) is typing.Union or type(annotation).__name__ == "UnionType"
    return is_union and any(not is_complex(arg) for arg in args)


def _put(found, keys, value, model, case_sensitive):
    for key in keys[:-1]:
        key, model = _field_named(model, key, case_sensitive)
        found = found.setdefault(key, {})
    key, target = _field_named(model, keys[-1], case_sensitive)
    field = model._fields().get(key) if model is not None else None
    if field is not None and is_complex(field.annotation):
        try:
            value = json.loads(value)
        except ValueError:
            pass
    found[key] = value


def _field_named(model, key, case_sensitive):
    if model is None:
        return key, None
    for name, field in model._fields().items():
        known = field.alias if isinstance(field.alias, str) else name
        if key == known or (not case_sensitive and key == known.lower()):
            return known, nested_model(field.annotation)
    return key, None


def nested_model(annotation):
    if isinstance(annotation, type) and type(annotation).__name__ != "opaque":
        return annotation if issubclass(annotation, BaseModel) else None
    for arg in typing.get_args(annotation):
        found = nested_model(arg)
        if found is not None:
            return found
    return None


def deep_update(values, more):
    made = dict(values)
    for key, value in more.items():
        both = isinstance(made.get(key), dict) and isinstance(value, dict)
        made[key] = deep_update(made[key], value) if both else value
    return made


class DotEnvSettingsSource(EnvSettingsSource):
    def __init__(self, settings_cls, env_file=DEFAULT_PATH, env_file_encoding=None, **options):
        config = settings_cls._model_config
        self.env_file = config.get("env_file") if env_file == DEFAULT_PATH else env_file
        self.env_file_encoding = env_file_encoding or config.get("env_file_encoding")
        super().__init__(settings_cls, **options)

    def _load_env_vars(self):
        from dotenv import dotenv_values

        files = self.env_file
        if files is None:
            return {}
        values = {}
        for file in [files] if isinstance(files, (str, os.PathLike)) else files:
            path = pathlib.Path(file).expanduser()
            if path.is_file():
                values.update(dotenv_values(path, encoding=self.env_file_encoding or "utf8"))
        return self._variables(values)

    def __call__(self):
        """A name in the file that no field has is an extra one."""
        found = super().__call__()
        if self.config.get("extra") == "ignore":
            return found
        used = {name for field_name, field in self.settings_cls._fields().items()
                for _, name in self.names_of(field, field_name)}
        prefix = self._folded(self.env_prefix)
        for name, value in self.env_vars.items():
            is_part = self.env_nested_delimiter and any(
                name.startswith(one + self._folded(self.env_nested_delimiter)) for one in used)
            if name not in used and not is_part and value is not None and name.startswith(prefix):
                found[name[len(prefix):] if prefix else name] = value
        return found


class SecretsSettingsSource(EnvSettingsSource):
    """Files of a folder: the name is the variable's, the text its value."""

    def __init__(self, settings_cls, secrets_dir=None, **options):
        self.secrets_dir = secrets_dir or settings_cls._model_config.get("secrets_dir")
        super().__init__(settings_cls, **options)

    def _load_env_vars(self):
        folders = self.secrets_dir
        if folders is None:
            return {}
        values = {}
        for folder in [folders] if isinstance(folders, (str, os.PathLike)) else folders:
            path = pathlib.Path(folder).expanduser()
            for file in path.iterdir() if path.is_dir() else ():
                if file.is_file():
                    values[file.name] = file.read_text().strip()
        return self._variables(values)


class _FileSource(InitSettingsSource):
    option = ""

    def __init__(self, settings_cls, file=DEFAULT_PATH, encoding=None, **options):
        files = settings_cls._model_config.get(self.option) if file == DEFAULT_PATH else file
        values = {}
        for one in [files] if isinstance(files, (str, os.PathLike)) else files or ():
            path = pathlib.Path(one).expanduser()
            if path.is_file():
                values.update(self.read(path) or {})
        super().__init__(settings_cls, values)

    def read(self, path):
        raise NotImplementedError


class JsonConfigSettingsSource(_FileSource):
    option = "json_file"

    def read(self, path):
        return json.loads(path.read_text())


class YamlConfigSettingsSource(_FileSource):
    option = "yaml_file"

    def read(self, path):
        import yaml

        return yaml.safe_load(path.read_text())


class TomlConfigSettingsSource(_FileSource):
    option = "toml_file"

    def read(self, path):
        import tomllib

        return tomllib.loads(path.read_text())


class PyprojectTomlConfigSettingsSource(TomlConfigSettingsSource):
    def __init__(self, settings_cls, toml_file=None):
        self._header = settings_cls._model_config.get("pyproject_toml_table_header", ("tool", "pydantic-settings"))
        super().__init__(settings_cls, toml_file or "pyproject.toml")

    def read(self, path):
        values = super().read(path)
        for key in self._header:
            values = values.get(key, {})
        return values
