"""INI files: sections of names and values, which may refer to each other."""

from collections.abc import MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, "No section: %r" % (section,))
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = "section %r already exists" % (section,)
        if source is not None:
            text = "While reading from %r%s: %s" % (
                source, "" if lineno is None else " [line %2d]" % lineno, text)
        else:
            text = "Section" + text[len("section"):]
        Error.__init__(self, text)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = "option %r in section %r already exists" % (option, section)
        if source is not None:
            text = "While reading from %r%s: %s" % (
                source, "" if lineno is None else " [line %2d]" % lineno, text)
        else:
            text = "Option" + text[len("option"):]
        Error.__init__(self, text)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section,
            "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid "
            "option name. Raw value: %r" % (option, section, reference, rawval))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section,
            "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key "
            "which cannot be substituted in %d steps. Raw value: %r"
            % (option, section, MAX_INTERPOLATION_DEPTH, rawval))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, "Source contains parsing errors: %r" % (source,))
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


# ---------------------------------------------------------------- interpolation

class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s is another value of the section or of the defaults, %% is %."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults, value, 1)

    def before_set(self, parser, section, option, value):
        rest = value.replace("%%", "")
        while "%(" in rest:
            before, _, after = rest.partition("%(")
            if ")s" not in after:
                break
            rest = before + after.partition(")s")[2]
        if "%" in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find("%")))
        return value

    def _expand(self, parser, section, option, rest, names, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while rest:
            before, percent, rest = rest.partition("%")
            out.append(before)
            if not percent:
                break
            if rest[:1] == "%":
                out.append("%")
                rest = rest[1:]
            elif rest[:1] == "(":
                end = rest.find(")s")
                if end < 0:
                    raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r"
                                                   % ("%" + rest,))
                name = parser.optionxform(rest[1:end])
                rest = rest[end + 2:]
                if name not in names:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                value = names[name]
                out.append(self._expand(parser, section, option, value, names, value, depth + 1)
                           if "%" in value else value)
            else:
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r"
                                               % ("%" + rest,))
        return "".join(out)


class ExtendedInterpolation(Interpolation):
    """${name} is another value of the section, ${section:name} of another one, $$ is $."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults, value, 1)

    def _expand(self, parser, section, option, rest, names, raw, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while rest:
            before, dollar, rest = rest.partition("$")
            out.append(before)
            if not dollar:
                break
            if rest[:1] == "$":
                out.append("$")
                rest = rest[1:]
                continue
            end = rest.find("}")
            if rest[:1] != "{" or end < 0:
                raise InterpolationSyntaxError(
                    option, section, "bad interpolation variable reference %r" % ("$" + rest,) if rest[:1] == "{"
                    else "'$' must be followed by '$' or '{', found: %r" % ("$" + rest,))
            path, rest = rest[1:end].split(":"), rest[end + 1:]
            other, other_names = section, names
            try:
                if len(path) == 1:
                    value = names[parser.optionxform(path[0])]
                elif len(path) == 2:
                    other = path[0]
                    value = parser.get(other, parser.optionxform(path[1]), raw=True)
                    other_names = dict(parser.items(other, raw=True))
                else:
                    raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
            out.append(self._expand(parser, other, option, value, other_names, value, depth + 1)
                       if "$" in value else value)
        return "".join(out)


# ---------------------------------------------------------------- reading

class _Reader:
    """Lines of one file into sections."""

    def __init__(self, parser, source):
        self.parser = parser
        self.source = source
        self.section = None  # the names of the section that is being read
        self.section_name = None
        self.option = None
        self.indent = 0
        self.problem = None
        self.seen = set()

    def read(self, lines):
        for number, line in enumerate(lines, 1):
            self._line(number, line)
        self._finish()
        if self.problem is not None:
            raise self.problem

    def _without_comment(self, line):
        """The line, or "" for a comment; True for one that is nothing but a comment."""
        stripped = line.strip()
        if any(stripped.startswith(prefix) for prefix in self.parser._comment_prefixes):
            return "", True
        cut = len(line)
        for prefix in self.parser._inline_comment_prefixes:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    cut = min(cut, at)
                    break
                at = line.find(prefix, at + 1)
        return line[:cut].strip(), False

    def _line(self, number, line):
        value, is_comment = self._without_comment(line)
        if not value:
            self._empty_line(is_comment, line)
            return
        indent = len(line) - len(line.lstrip())
        if self.section is not None and self.option and indent > self.indent:
            if self.section[self.option] is not None:
                self.section[self.option].append(value)
            return
        self.indent = indent
        if value.startswith("[") and "]" in value:
            self._header(value[1:value.rindex("]")], number)
        elif self.section is None:
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self._option_line(number, line, value)

    def _empty_line(self, is_comment, line):
        if self.parser._empty_lines_in_values:
            if not is_comment and self.section is not None and self.option and self.section[self.option] is not None:
                self.section[self.option].append("")
        elif not is_comment:
            self.indent = 1 << 30

    def _header(self, name, number):
        parser = self.parser
        self.section_name = name
        self.option = None
        if name == parser.default_section:
            self.section = parser._defaults
        elif name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, number)
            self.section = parser._sections[name]
        else:
            self.section = parser._sections[name] = {}
        self.seen.add(name)

    def _option_line(self, number, line, text):
        parser = self.parser
        cut = min([at for at in (text.find(delimiter) for delimiter in parser._delimiters) if at >= 0], default=-1)
        name = text if cut < 0 else text[:cut]
        if (cut < 0 and not parser._allow_no_value) or not name.strip():
            self.problem = self.problem or ParsingError(self.source)
            self.problem.append(number, repr(line))
            return
        name = parser.optionxform(name.rstrip())
        if parser._strict and (self.section_name, name) in self.seen:
            raise DuplicateOptionError(self.section_name, name, self.source, number)
        self.seen.add((self.section_name, name))
        self.option = name
        self.section[name] = None if cut < 0 else [text[cut + 1:].strip()]

    def _finish(self):
        parser = self.parser
        for name, section in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for option, value in section.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                section[option] = parser._interpolation.before_read(parser, name, option, value)


class RawConfigParser(MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True,
                      "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self._sections = {}
        self._defaults = {}
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else (
            interpolation or Interpolation())
        self.converters = {"int": int, "float": float, "boolean": self._convert_to_boolean}
        for name, convert in (converters or {}).items():
            self.converters[name] = convert
            setattr(self, "get" + name, self._getter(convert))
        if defaults:
            for name, value in defaults.items():
                self._defaults[self.optionxform(str(name))] = None if value is None else str(value)

    # ---- reading and writing

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self.read_file(file, str(filename))
            except OSError:
                continue
            done.append(str(filename))
        return done

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, "name", "<???>")
        _Reader(self, source).read(f)

    def read_string(self, string, source="<string>"):
        _Reader(self, source).read(string.splitlines(True))

    def read_dict(self, dictionary, source="<dict>"):
        for section, names in dictionary.items():
            section = str(section)
            if section != self.default_section and not self.has_section(section):
                self._sections[section] = {}
            for name, value in names.items():
                name = self.optionxform(str(name))
                self.set(section, name, None if value is None else str(value))

    def write(self, fp, space_around_delimiters=True):
        delimiter = " %s " % self._delimiters[0] if space_around_delimiters else self._delimiters[0]
        sections = list(self._sections.items())
        if self._defaults:
            sections.insert(0, (self.default_section, self._defaults))
        for section, names in sections:
            fp.write("[%s]\n" % section)
            for name, value in names.items():
                value = self._interpolation.before_write(self, section, name, value)
                if value is None and self._allow_no_value:
                    fp.write(name + "\n")
                else:
                    fp.write(name + delimiter + str(value).replace("\n", "\n\t") + "\n")
            fp.write("\n")

    # ---- sections and options

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % (section,))
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def _names_of(self, section):
        if section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def options(self, section):
        names = dict(self._names_of(section))
        names.update(self._defaults)
        return list(names)

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def remove_option(self, section, option):
        names = self._names_of(section)
        option = self.optionxform(option)
        if option not in names:
            return False
        del names[option]
        return True

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        names = self._defaults if not section or section == self.default_section else self._names_of(section)
        names[self.optionxform(option)] = value

    # ---- values

    def _unified(self, section, vars):
        names = dict(self._defaults)
        if section != self.default_section:
            names.update(self._names_of(section))
        for name, value in (vars or {}).items():
            names[self.optionxform(name)] = None if value is None else str(value)
        return names

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._unified(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in names:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, names)

    def _get_as(self, section, convert, option, fallback, options):
        try:
            value = self.get(section, option, **options)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def _getter(self, convert):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return self._get_as(section, convert, option, fallback, {"raw": raw, "vars": vars})

        return get

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_as(section, int, option, fallback, {"raw": raw, "vars": vars})

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_as(section, float, option, fallback, {"raw": raw, "vars": vars})

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._get_as(section, self._convert_to_boolean, option, fallback, {"raw": raw, "vars": vars})

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        own = dict(self._defaults)
        if section != self.default_section:
            own.update(self._names_of(section))
        names = self._unified(section, vars)
        listed = list(own) + [name for name in map(self.optionxform, vars or {}) if name not in own]
        if raw:
            return [(name, names[name]) for name in listed]
        return [(name, self.get(section, name, vars=vars)) for name in listed]

    # ---- as a mapping of sections

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if value is not None and not isinstance(value, str):
            raise TypeError("option values must be strings")
        if value is None and not self._allow_no_value:
            raise TypeError("option values must be strings")
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        RawConfigParser.add_section(self, section)


class SectionProxy(MutableMapping):
    """A section, with the defaults behind it."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def __repr__(self):
        return "<Section: %s>" % self._name

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and (value is not None or not self._parser._allow_no_value):
            raise TypeError("option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **options):
        return self._parser.getint(self._name, option, fallback=fallback, **options)

    def getfloat(self, option, fallback=None, **options):
        return self._parser.getfloat(self._name, option, fallback=fallback, **options)

    def getboolean(self, option, fallback=None, **options):
        return self._parser.getboolean(self._name, option, fallback=fallback, **options)

    def __getattr__(self, name):
        if name.startswith("get") and name[3:] in self._parser.converters:
            getter = getattr(self._parser, name)
            return lambda option, fallback=None, **options: getter(self._name, option, fallback=fallback, **options)
        raise AttributeError(name)
