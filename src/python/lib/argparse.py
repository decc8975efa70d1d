"""Arguments of a command line, as scripts read them: from env.py, from settings, from their own __main__."""

import os as _os
import sys as _sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
REMAINDER = "..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = None if argument is None else "/".join(argument.option_strings) or argument.dest
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else "argument " + self.argument_name + ": " + self.message


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        return "Namespace(" + ", ".join(key + "=" + repr(value) for key, value in vars(self).items()) + ")"

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in vars(self)


class HelpFormatter:
    def __init__(self, prog="", **options):
        self.prog = prog


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, nargs=0, const=const, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, **options):
        negated = ["--no-" + name[2:] for name in option_strings if name.startswith("--")]
        super().__init__(list(option_strings) + negated, dest, nargs=0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))


class _Append(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [values])


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [self.const])


class _Extend(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + list(values))


class _Count(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, nargs=0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        print((self.version or parser.prog).replace("%(prog)s", parser.prog))
        parser.exit()


class _SubParsers(Action):
    def __init__(self, option_strings, dest, prog, parser_class, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, nargs="A...", required=required, help=help, metavar=metavar)
        self.choices = {}
        self._prog = prog
        self._parser_class = parser_class

    def add_parser(self, name, *, help=None, aliases=(), **kwargs):
        kwargs.setdefault("prog", self._prog + " " + name)
        parser = self._parser_class(**kwargs)
        for known_as in (name,) + tuple(aliases):
            self.choices[known_as] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        if self.dest != SUPPRESS:
            setattr(namespace, self.dest, values[0])
        found, rest = self.choices[values[0]].parse_known_args(values[1:])
        for name, value in vars(found).items():
            setattr(namespace, name, value)
        namespace.__dict__.setdefault("_unrecognized", []).extend(rest)


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._encoding = encoding

    def __call__(self, text):
        if text == "-":
            return _sys.stdin if "r" in self._mode else _sys.stdout
        return open(text, self._mode, encoding=self._encoding)


_ACTIONS = {None: _Store, "store": _Store, "store_const": _StoreConst, "store_true": _StoreTrue,
            "store_false": _StoreFalse, "append": _Append, "append_const": _AppendConst, "extend": _Extend,
            "count": _Count, "help": _Help, "version": _Version}


class _Container:
    def __init__(self, owner=None, title=None, description=None):
        self._owner = owner
        self.title = title
        self.description = description

    def add_argument(self, *names, **kwargs):
        return self._owner.add_argument(*names, **kwargs)

    def add_argument_group(self, title=None, description=None, **kwargs):
        return _Container(self._owner, title, description)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self._owner, required)
        self._owner._exclusive.append(group)
        return group


class _ExclusiveGroup(_Container):
    def __init__(self, owner, required):
        super().__init__(owner)
        self.required = required
        self.actions = []

    def add_argument(self, *names, **kwargs):
        action = super().add_argument(*names, **kwargs)
        self.actions.append(action)
        return action


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(self, None, description)
        self.prog = prog if prog is not None else _os.path.basename(_sys.argv[0])
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.argument_default = argument_default
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._options = {}
        self._actions = []
        self._exclusive = []
        self._defaults = {}
        if add_help:
            self.add_argument("-h", "--help", action="help", help="show this help message and exit")
        for parent in parents:
            for action in parent._actions:
                if not isinstance(action, _Help):
                    self._add(action)
            self._defaults.update(parent._defaults)

    # ---- what there is

    def _add(self, action):
        self._actions.append(action)
        for name in action.option_strings:
            self._options[name] = action
        return action

    def add_argument(self, *names, action=None, dest=None, **kwargs):
        is_option = bool(names) and names[0].startswith("-")
        if dest is None and not is_option:
            dest = names[0]
        elif dest is None:
            dest = next((name for name in names if name.startswith("--")), names[0]).lstrip("-").replace("-", "_")
        make = _ACTIONS[action] if action is None or isinstance(action, str) else action
        if "default" not in kwargs and self.argument_default is not None:
            kwargs["default"] = self.argument_default
        if not is_option:
            kwargs.pop("required", None)
            kwargs["required"] = kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER)
        if make in (_Help, _Version):
            return self._add(make(list(names), **kwargs))
        return self._add(make(list(names) if is_option else [], dest, **kwargs))

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None,
                       metavar=None, parser_class=None, **kwargs):
        return self._add(_SubParsers([], dest, prog or self.prog, parser_class or type(self), required, help, metavar))

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # ---- reading

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return found

    def parse_known_args(self, args=None, namespace=None):
        words = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest != SUPPRESS and action.default != SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            rest = self._read(words, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        rest += namespace.__dict__.pop("_unrecognized", [])
        for action in self._actions:
            if isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._value(action, action.default))
        return namespace, rest

    parse_intermixed_args = parse_args
    parse_known_intermixed_args = parse_known_args

    def _read(self, words, namespace):
        positional = [action for action in self._actions if not action.option_strings]
        seen = []
        rest = []
        only_positional = False
        while words:
            word = words.pop(0)
            if word == "--" and not only_positional:
                only_positional = True
                continue
            action, name, value = (None, None, None) if only_positional else self._find_option(word)
            if action is not None:
                self._take_option(action, name, value, words, namespace)
                seen.append(action)
            elif word.startswith("-") and len(word) > 1 and not only_positional and not self._is_number(word):
                rest.append(word)
            elif positional:
                words.insert(0, word)
                action = positional.pop(0)
                self._take_positional(action, words, namespace, positional, only_positional)
                seen.append(action)
            else:
                rest.append(word)
        for action in positional:
            if action.nargs in (ZERO_OR_MORE, REMAINDER) and action.default is None:
                setattr(namespace, action.dest, [])
        self._check(seen, namespace)
        return rest

    @staticmethod
    def _is_number(word):
        try:
            float(word)
        except ValueError:
            return False
        return True

    def _find_option(self, word):
        if not word.startswith("-") or word == "-":
            return None, None, None
        if word in self._options:
            return self._options[word], word, None
        name, equals, value = word.partition("=")
        if equals and name in self._options:
            return self._options[name], name, value
        if word.startswith("--"):
            near = [known for known in self._options if self.allow_abbrev and known.startswith(name)]
            if len(near) > 1:
                raise ArgumentError(None, "ambiguous option: " + word + " could match " + ", ".join(near))
            return (self._options[near[0]], near[0], value if equals else None) if near else (None, None, None)
        if word[:2] in self._options:
            return self._options[word[:2]], word[:2], word[2:]
        return None, None, None

    def _take_option(self, action, name, value, words, namespace):
        if action.nargs == 0:
            if value is not None and not name.startswith("--"):
                words.insert(0, "-" + value)
            elif value is not None:
                raise ArgumentError(action, "ignored explicit argument " + repr(value))
            return action(self, namespace, [], name)
        found = [value] if value is not None else self._count(action, words, False)
        action(self, namespace, self._values(action, found), name)

    def _count(self, action, words, only_positional):
        """As many words as the action takes, up to the next option."""
        free = 0
        for word in words:
            looks_like_option = word.startswith("-") and len(word) > 1 and not self._is_number(word)
            if looks_like_option and not only_positional:
                break
            free += 1
        nargs = action.nargs
        if nargs is None and free == 0:
            raise ArgumentError(action, "expected one argument")
        if isinstance(nargs, int) and free < nargs:
            raise ArgumentError(action, "expected " + str(nargs) + " argument" + ("" if nargs == 1 else "s"))
        if nargs == ONE_OR_MORE and free == 0:
            raise ArgumentError(action, "expected at least one argument")
        taken = {None: 1, OPTIONAL: min(free, 1)}.get(nargs, nargs if isinstance(nargs, int) else free)
        found = words[:taken]
        del words[:taken]
        return found

    def _take_positional(self, action, words, namespace, later, only_positional):
        if action.nargs in ("A...", REMAINDER):
            found, words[:] = list(words), []
            if action.nargs == "A..." and found[0] not in action.choices:
                raise ArgumentError(action, self._wrong_choice(action, found[0]))
            return action(self, namespace, found)
        keep = 0
        for other in later:
            keep += 1 if other.nargs is None else other.nargs if isinstance(other.nargs, int) else 0
        kept = words[len(words) - keep:] if action.nargs in (ZERO_OR_MORE, ONE_OR_MORE) and keep else []
        if kept:
            del words[len(words) - keep:]
        found = self._count(action, words, only_positional)
        words.extend(kept)
        action(self, namespace, self._values(action, found))

    @staticmethod
    def _wrong_choice(action, value):
        choices = ", ".join(repr(choice) for choice in action.choices)
        return "invalid choice: " + repr(value) + " (choose from " + choices + ")"

    def _value(self, action, text):
        convert = action.type
        if convert is None or not isinstance(text, str):
            return text
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(convert, "__name__", repr(convert))
            raise ArgumentError(action, "invalid " + name + " value: " + repr(text))

    def _values(self, action, found):
        values = [self._value(action, text) for text in found]
        if action.choices is not None:
            for value in values:
                if value not in action.choices:
                    raise ArgumentError(action, self._wrong_choice(action, value))
        if action.nargs is None:
            return values[0]
        if action.nargs == OPTIONAL:
            return values[0] if values else action.const if action.option_strings else action.default
        if action.nargs == ZERO_OR_MORE and not values and action.default is not None and not action.option_strings:
            return action.default
        return values

    def _check(self, seen, namespace):
        missing = []
        for action in self._actions:
            if action.required and action not in seen:
                name = "/".join(action.option_strings) or action.metavar or action.dest
                missing.append("{" + ",".join(action.choices) + "}" if name == SUPPRESS else name)
        if missing:
            self.error("the following arguments are required: " + ", ".join(missing))
        for group in self._exclusive:
            given = [action for action in group.actions if action in seen]
            if len(given) > 1:
                first = "/".join(given[0].option_strings)
                raise ArgumentError(given[1], "not allowed with argument " + first)
            if group.required and not given:
                names = " ".join("/".join(action.option_strings) for action in group.actions)
                self.error("one of the arguments " + names + " is required")

    # ---- telling

    def format_usage(self):
        if self.usage is not None:
            return "usage: " + self.usage.replace("%(prog)s", self.prog) + "\n"
        parts = []
        for action in self._actions:
            name = action.option_strings[0] if action.option_strings else action.metavar or action.dest
            takes_none = action.nargs == 0 or not action.option_strings
            value = "" if takes_none else " " + str(action.metavar or action.dest.upper())
            parts.append(name + value if action.required else "[" + name + value + "]")
        return "usage: " + " ".join([self.prog] + parts) + "\n"

    def format_help(self):
        lines = [self.format_usage()]
        if self.description:
            lines.append(self.description + "\n")
        for action in self._actions:
            name = ", ".join(action.option_strings) or action.dest
            lines.append("  " + name + "  " + (action.help or ""))
        return "\n".join(lines) + "\n"

    def print_usage(self, file=None):
        print(self.format_usage(), end="", file=file or _sys.stdout)

    def print_help(self, file=None):
        print(self.format_help(), end="", file=file or _sys.stdout)

    def exit(self, status=0, message=None):
        if message:
            print(message, end="", file=_sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, self.prog + ": error: " + message + "\n")
