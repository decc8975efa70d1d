"""JSON of more than JSON has: moments, UUIDs, sets."""

import datetime
import json
import uuid


def to_primitive(value, **options):
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, (set, frozenset)):
        return list(value)
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if hasattr(value, "items"):
        return dict(value.items())
    raise ValueError("Cannot convert %r to primitive" % (value,))


def dumps(obj, default=to_primitive, **kwargs):
    return json.dumps(obj, default=default, **kwargs)


def dump_as_bytes(obj, default=to_primitive, encoding="utf-8", **kwargs):
    return dumps(obj, default=default, **kwargs).encode(encoding)


def loads(s, encoding="utf-8", **kwargs):
    return json.loads(s.decode(encoding) if isinstance(s, bytes) else s, **kwargs)


def load(fp, encoding="utf-8", **kwargs):
    return loads(fp.read(), encoding, **kwargs)
