"""Triggers."""

from alembic_utils.on_entity_mixin import OnEntityMixin
from alembic_utils.replaceable_entity import ReplaceableEntity, ending
from sqlalchemy import text


class PGTrigger(OnEntityMixin, ReplaceableEntity):
    type_ = "trigger"

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema=schema, signature=signature, definition=definition, on_entity=on_entity)
        self.is_constraint = is_constraint

    def _create(self):
        constraint = "CONSTRAINT " if self.is_constraint else ""
        return "CREATE %sTRIGGER %s %s" % (constraint, self.signature, self.definition)

    def to_sql_statement_create(self):
        return text(self._create())

    def to_sql_statement_create_or_replace(self):
        yield text('DROP TRIGGER IF EXISTS "%s" ON %s; %s' % (self.signature, self.on_entity, self._create()))

    def to_sql_statement_drop(self, cascade=False):
        return text('DROP TRIGGER "%s" ON %s%s' % (self.signature, self.on_entity, ending(cascade)))
