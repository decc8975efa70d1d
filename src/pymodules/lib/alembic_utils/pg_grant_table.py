"""Rights on tables."""

import enum

from alembic_utils.replaceable_entity import ReplaceableEntity, quoted
from sqlalchemy import text


class PGGrantTableChoice(str, enum.Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return self.value


Grant = PGGrantTableChoice


class PGGrantTable(ReplaceableEntity):
    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.table = table
        self.role = role
        self.grant = PGGrantTableChoice(grant)
        self.columns = sorted(columns or [])
        self.with_grant_option = with_grant_option
        super().__init__(schema, "%s.%s.%s.%s" % (schema, table, role, self.grant.value), "")

    @property
    def _what(self):
        columns = " ( %s )" % ", ".join(self.columns) if self.columns else ""
        return "%s%s ON %s.%s" % (self.grant.value, columns, self.literal_schema, quoted(self.table))

    def to_sql_statement_create(self):
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        return text("GRANT %s TO %s%s" % (self._what, quoted(self.role), option))

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()

    def to_sql_statement_drop(self, cascade=False):
        return text("REVOKE %s FROM %s" % (self._what, quoted(self.role)))
