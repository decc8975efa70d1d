"""Row level security policies."""

from alembic_utils.on_entity_mixin import OnEntityMixin
from alembic_utils.replaceable_entity import ReplaceableEntity, ending
from sqlalchemy import text


class PGPolicy(OnEntityMixin, ReplaceableEntity):
    type_ = "policy"

    def to_sql_statement_create(self):
        return text("CREATE POLICY %s on %s %s" % (self.signature, self.on_entity, self.definition))

    def to_sql_statement_create_or_replace(self):
        yield text("DROP POLICY IF EXISTS %s on %s;" % (self.signature, self.on_entity))
        yield self.to_sql_statement_create()

    def to_sql_statement_drop(self, cascade=False):
        return text("DROP POLICY %s on %s%s" % (self.signature, self.on_entity, ending(cascade)))
