"""Column types of Coaster."""

from coaster.sqlalchemy.columns import JsonDict, JsonType, MutableDict, UrlType
