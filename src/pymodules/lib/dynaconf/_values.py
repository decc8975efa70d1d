"""Values of settings: what the text of a variable means, and dicts whose keys are found in any case."""

import json
import os


class DynaBox(dict):
    """A dict whose keys are attributes, too."""

    def __init__(self, given=(), **more):
        dict.__init__(self)
        for key, value in dict(given, **more).items():
            self[key] = boxed(value)

    @staticmethod
    def find(values, key, default=None):
        for spelling in (key, key.upper(), key.lower()):
            if dict.__contains__(values, spelling):
                return dict.__getitem__(values, spelling)
        return default

    def __getitem__(self, key):
        found = DynaBox.find(self, key, self)
        if found is self:
            raise KeyError(key)
        return found

    def get(self, key, default=None, *others, **options):
        found = self
        for part in key.split("."):
            found = DynaBox.find(found, part, None) if isinstance(found, dict) else None
            if found is None:
                return default
        return found

    def __contains__(self, key):
        return DynaBox.find(self, key, self) is not self

    def __getattr__(self, name):
        if name.startswith("__") or name not in self:
            raise AttributeError("'DynaBox' object has no attribute %r" % name)
        return self[name]

    def __setattr__(self, name, value):
        self[name] = boxed(value)

    def to_dict(self):
        return {key: value.to_dict() if isinstance(value, DynaBox) else value for key, value in self.items()}


def boxed(value):
    if isinstance(value, dict) and not isinstance(value, DynaBox):
        return DynaBox(value)
    if isinstance(value, list):
        return [boxed(item) for item in value]
    return value


class _Asked:
    """@merge and the like: what a value says of the one before it."""

    def __init__(self, act, value):
        self.act = act
        self.value = value


def _as_bool(text):
    return str(text).strip().lower() in ("t", "true", "enabled", "1", "on", "yes", "y", "ok", "o")


def _formatted(text, settings):
    return text.format(env=os.environ, this=settings)


def _merged_text(text):
    """`@merge` takes a TOML value, or pairs and items without quotes: a=1 or x,y."""
    value = _plain(text)
    if not isinstance(value, str):
        return value
    if "=" in value:
        key, _, rest = value.partition("=")
        return {key.strip(): _plain(rest)}
    return [_plain(part.strip()) for part in value.split(",")]


def parse(text, settings=None):
    """The value of a text: `@cast text`, TOML, or the text itself."""
    if not isinstance(text, str):
        return text
    mark, _, rest = text.strip().partition(" ")
    rest = rest.strip()
    casts = {"@int": int, "@float": float, "@bool": _as_bool, "@str": str, "@json": json.loads,
             "@none": lambda rest: None, "@empty": lambda rest: "", "@note": lambda rest: None}
    if mark in casts:
        return boxed(casts[mark](parse(rest, settings) if rest.startswith("@") else rest))
    if mark == "@format":
        return _formatted(rest, settings)
    if mark in ("@merge", "@reset", "@del", "@insert", "@merge_unique"):
        return _Asked(mark, _merged_text(rest) if mark.startswith("@merge") else _plain(rest))
    return _plain(text)


def _plain(text):
    import tomllib

    stripped = text.strip()
    if stripped in ("True", "False"):
        stripped = stripped.lower()
    try:
        return boxed(tomllib.loads("key = " + stripped)["key"]) if stripped and "\n" not in stripped else text
    except (tomllib.TOMLDecodeError, KeyError):
        return text


def _spelled(values, key):
    for spelling in (key, key.lower(), key.upper()):
        if dict.__contains__(values, spelling):
            return spelling
    return key


def merge_into(values, key, new, merges):
    """values[key] = new, or both together where somebody asked for that."""
    unique = False
    if isinstance(new, _Asked):
        if new.act == "@del":
            values.pop(key, None)
            return
        merges = new.act.startswith("@merge")
        unique = new.act == "@merge_unique"
        new = new.value
    new = boxed(new)
    if isinstance(new, dict):
        merges = new.pop("dynaconf_merge", merges)
    elif isinstance(new, list) and "dynaconf_merge" in new:
        new = [item for item in new if item != "dynaconf_merge"]
        merges = True
    old = dict.get(values, key)
    if merges and isinstance(old, dict) and isinstance(new, dict):
        for name, value in new.items():
            merge_into(old, _spelled(old, name), value, merges)
    elif merges and isinstance(old, list) and isinstance(new, list):
        values[key] = old + [item for item in new if not unique or item not in old]
    else:
        dict.__setitem__(values, key, new)
