"""Settings from the environment and from files, checked as models."""

from pydantic.main import BaseModel
from pydantic.config import ConfigDict as SettingsConfigDict
from pydantic_settings.sources import (DotEnvSettingsSource, EnvSettingsSource, ForceDecode, InitSettingsSource,
                                       JsonConfigSettingsSource, NoDecode, PydanticBaseSettingsSource,
                                       PyprojectTomlConfigSettingsSource, SecretsSettingsSource, SettingsError,
                                       TomlConfigSettingsSource, YamlConfigSettingsSource, deep_update)

_INIT = ("_case_sensitive", "_env_prefix", "_env_file", "_env_file_encoding", "_env_ignore_empty",
         "_env_nested_delimiter", "_env_parse_none_str", "_secrets_dir")


class BaseSettings(BaseModel):
    model_config = SettingsConfigDict(extra="forbid", validate_default=True)

    def __init__(self, /, **values):
        options = {name[1:]: values.pop(name) for name in list(values) if name in _INIT}
        for name in [name for name in values if name.startswith(("_cli", "_env", "_nested"))]:
            del values[name]
        super().__init__(**self._gather(values, options))

    @classmethod
    def _gather(cls, values, options):
        """The first source that has a value gives it; dicts of nested models are put together."""
        own = dict(options)
        file = {name: own.pop(name) for name in ("env_file", "env_file_encoding") if name in own}
        folder = {name: own.pop(name) for name in ("secrets_dir",) if name in own}
        sources = (InitSettingsSource(cls, values), EnvSettingsSource(cls, **own),
                   DotEnvSettingsSource(cls, **file, **own), SecretsSettingsSource(cls, **folder, **own))
        state = {}
        for source in cls._chosen(sources):
            if isinstance(source, PydanticBaseSettingsSource):
                source._current_state = state
                given = source()
            else:
                given = source(cls)
            state = deep_update(given, state)
        return state

    @classmethod
    def _chosen(cls, sources):
        init, environment, file, secrets = sources
        old = getattr(cls.__dict__.get("Config"), "customise_sources", None)
        if old is not None:
            return old(init, environment, secrets)
        return cls.settings_customise_sources(cls, init, environment, file, secrets)

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings,
                                   file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings


def __getattr__(name):
    if name == "VERSION":
        return "2.10.1"
    raise AttributeError("module 'pydantic_settings' has no attribute %r" % name)
