"""Questions about modules, classes and functions."""

import sys
import types
from collections import OrderedDict, namedtuple

import _runtime

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 0x4, 0x8, 0x20, 0x80, 0x200


# ---------------------------------------------------------------- kinds

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType) and not isinstance(object.__func__, types.BuiltinFunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType) or (
        isinstance(object, types.MethodType) and isinstance(object.__func__, types.BuiltinFunctionType))


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def isgetsetdescriptor(object):
    return type(object).__name__ == "getset_descriptor"


def ismemberdescriptor(object):
    return type(object).__name__ == "member_descriptor"


def istraceback(object):
    return type(object).__name__ == "traceback"


def isframe(object):
    return isinstance(object, _Frame)


def iscode(object):
    return type(object).__name__ == "code"


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def isasyncgen(object):
    return type(object).__name__ == "async_generator"


def _has_flag(object, flag):
    import functools

    while isinstance(object, functools.partial):
        object = object.func
    if ismethod(object):
        object = object.__func__
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# ---------------------------------------------------------------- members

def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr_static(object, name, None)
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


_MISSING = object()


def getattr_static(obj, attr, default=_MISSING):
    places = list(obj.__mro__) if isclass(obj) else [obj] + list(type(obj).__mro__)
    for place in places:
        names = getattr(place, "__dict__", {})
        if attr in names:
            return names[attr]
    if default is _MISSING:
        raise AttributeError(attr)
    return default


Attribute = namedtuple("Attribute", "name kind defining_class object")


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


# ---------------------------------------------------------------- where things are

def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    return None if name is None else sys.modules.get(name)


def getmodulename(path):
    import os

    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("%r is a built-in module" % (object,))
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError("%r is a built-in class" % (object,))
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if isframe(object) or istraceback(object):
        object = getattr(object, "f_code", None) or object.tb_frame.f_code
    if hasattr(object, "co_filename"):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    + type(object).__name__)


def getsourcefile(object):
    return getfile(object)


def getabsfile(object, _filename=None):
    import os

    return os.path.normpath(os.path.abspath(getfile(object)))


def _block(lines, start):
    """The lines of a definition from `start` on: as long as they are indented more than its first."""
    first = lines[start]
    indent = len(first) - len(first.lstrip())
    end = start
    while lines[end].lstrip().startswith("@"):
        end += 1
    depth = 0
    while end < len(lines):
        depth += sum(lines[end].count(sign) for sign in "([{") - sum(lines[end].count(sign) for sign in ")]}")
        end += 1
        if depth <= 0:
            break
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def getsourcelines(object):
    import linecache

    object = unwrap(object)
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        for number, line in enumerate(lines):
            words = line.split()
            if words[:1] == ["class"] and words[1].partition("(")[0].rstrip(":") == object.__name__:
                while number > 0 and lines[number - 1].lstrip().startswith("@"):
                    number -= 1
                return _block(lines, number), number + 1
        raise OSError("could not find class definition")
    if ismethod(object):
        object = object.__func__
    start = object.__code__.co_firstlineno - 1
    while start > 0 and lines[start - 1].lstrip().startswith("@"):
        start -= 1
    return _block(lines, start), start + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(indents) if indents else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for ancestor in object.__mro__[1:-1]:
            if ancestor.__doc__ is not None:
                doc = ancestor.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getcomments(object):
    return None


# ---------------------------------------------------------------- frames

class _Code:
    def __init__(self, filename, name, lineno):
        self.co_filename = filename
        self.co_name = name
        self.co_firstlineno = lineno


class _Frame:
    """One of the calls that are running."""

    def __init__(self, entries):
        filename, self.f_lineno, name, self._line, self.f_globals = entries[0]
        self.f_code = _Code(filename, name, self.f_lineno)
        self._outer = entries[1:]
        self.f_locals = self.f_globals if name == "<module>" else {}

    @property
    def f_back(self):
        return _Frame(self._outer) if self._outer else None


FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
Traceback = namedtuple("Traceback", "filename lineno function code_context index")


def currentframe():
    return _Frame(_runtime.frames()[1:])


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name,
                               [frame._line + "\n"], 0))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(_Frame(_runtime.frames()[1:]), context)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        return Traceback(frame.tb_frame.f_code.co_filename, frame.tb_lineno, frame.tb_frame.f_code.co_name, None, None)
    return Traceback(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, [frame._line + "\n"], 0)


# ---------------------------------------------------------------- signatures

class _empty:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(kind.description + " parameters cannot have default values")
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=None, kind=None, default=_MISSING, annotation=_MISSING):
        return Parameter(name or self.name, self.kind if kind is None else kind,
                         default=self.default if default is _MISSING else default,
                         annotation=self.annotation if annotation is _MISSING else annotation)

    def __str__(self):
        text = self.name
        has_annotation = self.annotation is not _empty
        if has_annotation:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if has_annotation else "=") + repr(self.default)
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self.kind, "") + text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        values = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                values.extend(self.arguments[name])
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        by_name = False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if by_name and name in self.arguments:
                if parameter.kind == _VAR_KEYWORD:
                    values.update(self.arguments[name])
                elif parameter.kind != _VAR_POSITIONAL:
                    values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join("%s=%r" % pair for pair in self.arguments.items())


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType(OrderedDict((p.name, p) for p in parameters or ()))
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_MISSING, return_annotation=_MISSING):
        return Signature(self.parameters.values() if parameters is _MISSING else parameters,
                         return_annotation=self.return_annotation if return_annotation is _MISSING
                         else return_annotation)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        rest = list(args)
        given = dict(kwargs)
        for name, parameter in self.parameters.items():
            if parameter.kind == _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif parameter.kind == _VAR_KEYWORD:
                if given:
                    arguments[name] = given
                given = {}
            elif rest and parameter.kind != _KEYWORD_ONLY:
                if name in given and parameter.kind != _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = rest.pop(0)
            elif name in given and parameter.kind != _POSITIONAL_ONLY:
                arguments[name] = given.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError("missing a required argument: %r" % name)
        if rest:
            raise TypeError("too many positional arguments")
        if given:
            raise TypeError("got an unexpected keyword argument %r" % next(iter(given)))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts = []
        kinds = [parameter.kind for parameter in self.parameters.values()]
        has_star = _VAR_POSITIONAL in kinds
        for position, parameter in enumerate(self.parameters.values()):
            if parameter.kind == _KEYWORD_ONLY and not has_star:
                parts.append("*")
                has_star = True
            parts.append(str(parameter))
            is_last_only = parameter.kind == _POSITIONAL_ONLY and kinds[position + 1:position + 2] != [_POSITIONAL_ONLY]
            if is_last_only:
                parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()) == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))


def _of_function(func):
    code = func.__code__
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_kwonlyargcount
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    annotations = func.__annotations__
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for position in range(positional):
        behind = position - (positional - len(defaults))
        add(names[position], _POSITIONAL_ONLY if position < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[behind] if behind >= 0 else _empty)
    after = positional + only
    if code.co_flags & CO_VARARGS:
        add(names[after], _VAR_POSITIONAL)
        after += 1
    for name in names[positional:positional + only]:
        add(name, _KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[after], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind not in (_VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD):
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _of_dataclass(cls):
    from dataclasses import MISSING

    parameters = []
    for field in cls.__dataclass_fields__.values():
        if not field.init or field._is_class_var:
            continue
        default = field.default if field.default is not MISSING else (
            field.default_factory if field.default_factory is not MISSING else _empty)
        parameters.append(Parameter(field.name, _KEYWORD_ONLY if field.kw_only else _POSITIONAL_OR_KEYWORD,
                                    default=default, annotation=field.type))
    parameters.sort(key=lambda parameter: parameter.kind)
    return Signature(parameters, return_annotation=None)


def _of_class(cls):
    made_init = cls.__init__
    if hasattr(cls, "__dataclass_fields__") and getattr(made_init, "__module__", None) == "dataclasses":
        return _of_dataclass(cls)
    for name in ("__new__", "__init__"):
        method = getattr(cls, name, None)
        if isfunction(method):
            return _without_first(signature(method))
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError("no signature found for builtin type %r" % (cls,))


def _of_partial(partial):
    found = signature(partial.func)
    bound = found.bind_partial(*partial.args, **partial.keywords)
    parameters = []
    by_name = False
    for name, parameter in found.parameters.items():
        if name in partial.keywords:
            parameter = parameter.replace(default=partial.keywords[name], kind=_KEYWORD_ONLY)
            by_name = True
        elif name in bound.arguments and parameter.kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
            continue
        elif by_name and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        parameters.append(parameter)
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    import functools

    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    found = getattr(obj, "__signature__", None)
    if isinstance(found, Signature):
        return found
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        return _of_class(obj)
    if isbuiltin(obj):
        raise ValueError("no signature found for builtin %r" % (obj,))
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(signature(call))
    raise ValueError("callable %r is not supported by signature" % (obj,))


FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getfullargspec(func):
    bound = func.__func__ if ismethod(func) else func
    found = _of_function(bound) if isfunction(bound) else signature(func)
    args, defaults, only, only_defaults, star, double_star = [], [], [], {}, None, None
    for name, parameter in found.parameters.items():
        if parameter.kind == _VAR_POSITIONAL:
            star = name
        elif parameter.kind == _VAR_KEYWORD:
            double_star = name
        elif parameter.kind == _KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not _empty:
                only_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
    return FullArgSpec(args, star, double_star, tuple(defaults) or None, only, only_defaults or None,
                       dict(getattr(bound, "__annotations__", {})))


def getcallargs(func, /, *positional, **named):
    bound = signature(func.__func__ if ismethod(func) else func).bind(
        *((func.__self__,) if ismethod(func) else ()), *positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        return dict(obj.__dict__.get("__annotations__", {}))
    return dict(getattr(obj, "__annotations__", None) or {})
