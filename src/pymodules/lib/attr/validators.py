"""What a field's value must be."""

import re as _re


def and_(*validators):
    def check(instance, attribute, value):
        for validator in validators:
            validator(instance, attribute, value)

    return check


def optional(validator):
    inner = and_(*validator) if isinstance(validator, (list, tuple)) else validator

    def check(instance, attribute, value):
        if value is not None:
            inner(instance, attribute, value)

    return check


def instance_of(type):
    def check(instance, attribute, value):
        if not isinstance(value, type):
            raise TypeError("'" + attribute.name + "' must be " + repr(type) + " (got " + repr(value) + " that is a "
                            + repr(value.__class__) + ").", attribute, type, value)

    return check


def in_(options):
    def check(instance, attribute, value):
        if value not in options:
            raise ValueError("'" + attribute.name + "' must be in " + repr(options) + " (got " + repr(value) + ")",
                             attribute, options, value)

    return check


def matches_re(regex, flags=0, func=None):
    pattern = _re.compile(regex, flags)
    match = getattr(pattern, (func or _re.fullmatch).__name__)

    def check(instance, attribute, value):
        if not match(value):
            raise ValueError("'" + attribute.name + "' must match regex " + repr(pattern.pattern) + " (" + repr(value)
                             + " doesn't)", attribute, pattern, value)

    return check


def is_callable():
    def check(instance, attribute, value):
        if not callable(value):
            raise TypeError("'" + attribute.name + "' must be callable (got " + repr(value) + ").")

    return check


def deep_iterable(member_validator, iterable_validator=None):
    member = and_(*member_validator) if isinstance(member_validator, (list, tuple)) else member_validator

    def check(instance, attribute, value):
        if iterable_validator is not None:
            iterable_validator(instance, attribute, value)
        for item in value:
            member(instance, attribute, item)

    return check


def deep_mapping(key_validator=None, value_validator=None, mapping_validator=None):
    def check(instance, attribute, value):
        if mapping_validator is not None:
            mapping_validator(instance, attribute, value)
        for key, item in value.items():
            if key_validator is not None:
                key_validator(instance, attribute, key)
            if value_validator is not None:
                value_validator(instance, attribute, item)

    return check


def _limit(sign, holds):
    def make(limit):
        def check(instance, attribute, value):
            if not holds(value, limit):
                raise ValueError("'" + attribute.name + "' must be " + sign + " " + str(limit) + ": " + str(value))

        return check

    return make


lt = _limit("<", lambda a, b: a < b)
le = _limit("<=", lambda a, b: a <= b)
gt = _limit(">", lambda a, b: a > b)
ge = _limit(">=", lambda a, b: a >= b)
max_len = _limit("of length <=", lambda a, b: len(a) <= b)
min_len = _limit("of length >=", lambda a, b: len(a) >= b)
