"""The names that scripts take from pydantic's core."""

from pydantic._errors import PydanticCustomError, PydanticUndefined, PydanticUndefinedType, ValidationError
from pydantic._writing import plain as _plain
from pydantic.networks import AnyUrl as Url

MultiHostUrl = Url


def to_jsonable_python(value, **options):
    return _plain(value, {"mode": "json"})


def to_json(value, *, indent=None, **options):
    import json

    return json.dumps(to_jsonable_python(value), indent=indent, separators=(",", ":")).encode()


def from_json(data, **options):
    import json

    return json.loads(data)
