"""What PasteDeploy makes of an ini file: the settings of an application, with what other sections add to them."""

import configparser
import os

_KINDS = ("app", "application", "composite", "composit", "pipeline")


def read_ini(path, defaults):
    """Sections by name; each has the defaults, `here` and `__file__` too."""
    path = os.path.abspath(path)
    if not os.path.exists(path):
        raise FileNotFoundError(2, "No such file or directory", path)
    known = {**defaults, "here": os.path.dirname(path), "__file__": path}
    parser = configparser.ConfigParser({key: str(value).replace("%", "%%") for key, value in known.items()})
    parser.optionxform = str
    parser.read(path)
    sections = {}
    for name in parser.sections():
        raw = any(name == kind or name.startswith(kind + "_") for kind in ("formatter", "handler", "logger"))
        sections[name] = dict(parser.items(name, raw=raw))
    parser.add_section("*")
    sections["DEFAULT"] = dict(parser.items("*"))
    return sections


class ConfigDict(dict):
    """The settings of an application; what [DEFAULT] and `set` lines say is beside them."""

    def __init__(self, own, global_conf):
        super().__init__(own)
        self.global_conf = global_conf


def app_settings(path, name, defaults):
    sections = read_ini(path, defaults)
    global_conf = dict(sections["DEFAULT"])
    return ConfigDict(_own(sections, path, name, global_conf), global_conf)


def _own(sections, path, name, global_conf):
    section = _section_of(sections, path, name)
    if "pipeline" in section:
        return {}
    settings = {}
    use = section.get("use", "")
    if use.startswith("config:"):
        other, _, other_name = use[len("config:"):].partition("#")
        other = os.path.join(os.path.dirname(os.path.abspath(path)), other)
        settings.update(_own(read_ini(other, {}), other, other_name or "main", global_conf))
    elif use and ":" not in use:
        settings.update(_own(sections, path, use, global_conf))
    for key, value in section.items():
        if key.startswith("get "):
            settings[key[4:].strip()] = global_conf[value]
        elif key.startswith("set "):
            global_conf[key[4:].strip()] = value
        elif key not in ("use", "paste.app_factory") and sections["DEFAULT"].get(key) != value:
            settings[key] = value
    return settings


def _section_of(sections, path, name):
    for kind in _KINDS:
        for section in (kind + ":" + name, kind if name == "main" else ""):
            if section in sections:
                return sections[section]
    raise LookupError("No section %r (prefixed by 'app' or 'application' or 'composite' or 'composit' or 'pipeline' or "
                      "'filter-app') found in config %s" % (name, os.path.abspath(path)))
