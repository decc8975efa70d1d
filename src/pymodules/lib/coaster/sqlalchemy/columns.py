"""Column types of Coaster: JSON as PostgreSQL's JSONB, and URLs as texts."""

import json

from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.types import TEXT, TypeDecorator, UnicodeText


class JsonType(TypeDecorator):
    """JSONB on PostgreSQL, a text elsewhere."""

    impl = TEXT
    cache_ok = True

    def __init__(self, use_jsonb=True, **keywords):
        super().__init__(**keywords)
        self.use_jsonb = use_jsonb

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.JSONB() if self.use_jsonb else postgresql.JSON())
        return dialect.type_descriptor(self.impl)

    def process_bind_param(self, value, dialect):
        return value if value is None or dialect.name == "postgresql" else json.dumps(value, default=str)

    def process_result_value(self, value, dialect):
        return json.loads(value) if isinstance(value, str) else value


class JsonDict(JsonType):
    cache_ok = True


class UrlType(TypeDecorator):
    """A URL, kept as a text."""

    impl = UnicodeText
    cache_ok = True

    def __init__(self, schemes=("http", "https"), optional_scheme=False, optional_host=False):
        super().__init__()
