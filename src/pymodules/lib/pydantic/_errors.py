"""What is wrong with an input, and the exception that tells all of it."""

import json

_SHOWN = 50


class PydanticUndefinedType:
    def __repr__(self):
        return "PydanticUndefined"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __bool__(self):
        return False


PydanticUndefined = PydanticUndefinedType()


class PydanticUserError(TypeError):
    def __init__(self, message, *, code=None):
        super().__init__(message)
        self.message = message
        self.code = code


class PydanticCustomError(ValueError):
    """What a validator raises to choose the type and the text of the error."""

    def __init__(self, error_type, message_template, context=None):
        self.type = error_type
        self.context = context or {}
        super().__init__(message_template.format(**self.context))

    def message(self):
        return str(self)


class Invalid(Exception):
    """An input that a type does not take: one or more problems, each with the way to it."""

    def __init__(self, problems):
        self.problems = problems

    def below(self, name):
        return [dict(problem, loc=(name,) + problem["loc"]) for problem in self.problems]


def invalid(kind, message, value, **context):
    problem = {"type": kind, "loc": (), "msg": message, "input": value}
    if context:
        problem["ctx"] = context
    return Invalid([problem])


def of_exception(error, value):
    """The problem that an exception of a validator stands for."""
    if isinstance(error, ValidationError):
        return Invalid([dict(problem) for problem in error._problems])
    if isinstance(error, PydanticCustomError):
        return invalid(error.type, str(error), value, **error.context)
    if isinstance(error, AssertionError):
        return invalid("assertion_error", "Assertion failed, " + str(error), value, error=error)
    return invalid("value_error", "Value error, " + str(error), value, error=error)


def _shown(value):
    text = repr(value)
    if len(text) <= _SHOWN:
        return text
    return text[:25] + "..." + text[-24:]


class ValidationError(ValueError):
    def __init__(self, title, problems):
        super().__init__(title)
        self.title = title
        self._problems = problems

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        hidden = [name for name, shown in (("ctx", include_context), ("input", include_input)) if not shown]
        return [{key: value for key, value in problem.items() if key not in hidden} for problem in self._problems]

    def error_count(self):
        return len(self._problems)

    def json(self, *, indent=None, **options):
        return json.dumps(self.errors(include_context=False), indent=indent, default=str)

    def __str__(self):
        count = len(self._problems)
        lines = ["%d validation error%s for %s" % (count, "" if count == 1 else "s", self.title)]
        for problem in self._problems:
            if problem["loc"]:
                lines.append(".".join(str(part) for part in problem["loc"]))
            value = problem["input"]
            lines.append("  %s [type=%s, input_value=%s, input_type=%s]" % (
                problem["msg"], problem["type"], _shown(value), type(value).__name__))
        return "\n".join(lines)

    __repr__ = __str__
