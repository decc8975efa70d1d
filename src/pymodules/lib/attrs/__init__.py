"""The newer names of attr."""

from attr import (
    NOTHING,
    Attribute,
    Factory,
    asdict,
    astuple,
    converters,
    define,
    evolve,
    field,
    fields,
    fields_dict,
    frozen,
    has,
    make_class,
    mutable,
    validate,
    validators,
)
