"""What programs ask of single attributes."""

from sqlalchemy.orm._mapper import InstrumentedAttribute, QueryableAttribute
from sqlalchemy.orm._state import state_of as instance_state


class AttributeEvents:
    pass


def flag_modified(instance, key):
    """The attribute's value changed inside: it is written at the next flush."""
    state = instance_state(instance)
    state.modified.add(key)
    state.touch(instance)


def flag_dirty(instance):
    instance_state(instance).touch(instance)


def set_committed_value(instance, key, value):
    instance.__dict__[key] = value
    instance_state(instance).committed[key] = value


def set_attribute(instance, key, value):
    setattr(instance, key, value)


def get_attribute(instance, key):
    return getattr(instance, key)
