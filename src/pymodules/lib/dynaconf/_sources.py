"""Where settings files are, and what they say."""

import glob
import json
import os
import types
from importlib.machinery import SourceFileLoader

ENDINGS = (".py", ".toml", ".tml", ".yaml", ".yml", ".ini", ".conf", ".properties", ".json")


def _folders(root):
    folder = os.path.abspath(root or os.getcwd())
    while True:
        yield folder
        yield os.path.join(folder, "config")
        above = os.path.dirname(folder)
        if above == folder or root:
            return
        folder = above


def find(name, root=None):
    """The files that a name or a pattern means, each with its `.local` one behind it."""
    name = os.fspath(name)
    for folder in _folders(os.path.expanduser(root) if root else None):
        paths = sorted(glob.glob(os.path.join(folder, name))) if "*" in name else [os.path.join(folder, name)]
        paths = [path for path in paths if os.path.isfile(path)]
        if paths:
            return [one for path in paths for one in (path, _local(path)) if os.path.isfile(one)]
    return []


def _local(path):
    start, ending = os.path.splitext(path)
    return start + ".local" + ending


def read(path, encoding="utf-8"):
    ending = os.path.splitext(path)[1]
    if ending in (".ini", ".conf", ".properties"):
        return _read_ini(path)
    if ending == ".py":
        return _run(path)
    with open(path, encoding=encoding) as file:
        text = file.read()
    if ending in (".toml", ".tml"):
        import tomllib

        return tomllib.loads(text)
    if ending in (".yaml", ".yml"):
        import yaml

        return yaml.safe_load(text) or {}
    return json.loads(text)


def _run(path):
    module = types.ModuleType("settings")
    module.__file__ = path
    SourceFileLoader("settings", path).exec_module(module)
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _read_ini(path):
    import configparser

    from dynaconf._values import parse

    parser = configparser.ConfigParser(interpolation=None)
    parser.read(path)
    return {name: {key: parse(value) for key, value in parser.items(name)} for name in parser.sections()}
