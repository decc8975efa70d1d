"""Models whose rows are the members of an enumeration."""

import re

from sqlalchemy import Column, String


def EnumTable(enum, declarative_base, name=None, tablename=None, doc=None, **members):
    """The further members become the class's own."""
    content = {
        "__tablename__": tablename or re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=.)(?=[A-Z][a-z])", "_", enum.__name__).lower(),
        "__enum__": enum,
        "item_id": Column(String, primary_key=True),
        **members,
    }
    if doc:
        content["__doc__"] = doc
    return type(declarative_base)(name or enum.__name__ + "Table", (declarative_base,), content)
