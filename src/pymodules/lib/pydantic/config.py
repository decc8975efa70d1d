"""How a model is set up."""


class ConfigDict(dict):
    """A plain dict: what stands in it is read by the model's class."""


class Extra:
    allow = "allow"
    ignore = "ignore"
    forbid = "forbid"


class BaseConfig:
    pass


def with_config(config=None, /, **options):
    return lambda cls: cls
