"""Materialised views."""

from alembic_utils.replaceable_entity import ReplaceableEntity, ending
from sqlalchemy import text


class PGMaterializedView(ReplaceableEntity):
    type_ = "materialized_view"

    def __init__(self, schema, signature, definition, with_data=True):
        super().__init__(schema, signature, definition)
        self.with_data = with_data

    @property
    def _name(self):
        return '%s."%s"' % (self.literal_schema, self.signature)

    def _create(self):
        data = "WITH DATA" if self.with_data else "WITH NO DATA"
        return "CREATE MATERIALIZED VIEW %s AS %s %s;" % (self._name, self.definition, data)

    def to_sql_statement_create(self):
        return text(self._create())

    def to_sql_statement_create_or_replace(self):
        yield text("DROP MATERIALIZED VIEW IF EXISTS %s; %s" % (self._name, self._create()))

    def to_sql_statement_drop(self, cascade=False):
        return text("DROP MATERIALIZED VIEW %s%s" % (self._name, ending(cascade)))
