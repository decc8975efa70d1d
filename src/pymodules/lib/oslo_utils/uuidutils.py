"""UUIDs as texts."""

import uuid


def generate_uuid(dashed=True):
    return str(uuid.uuid4()) if dashed else uuid.uuid4().hex


def is_uuid_like(val):
    plain = str(val).replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "").lower()
    try:
        return uuid.UUID(str(val)).hex == plain
    except (TypeError, ValueError, AttributeError):
        return False
