"""Extensions."""

from alembic_utils.replaceable_entity import ReplaceableEntity, ending
from sqlalchemy import text


class PGExtension(ReplaceableEntity):
    type_ = "extension"

    def __init__(self, schema, signature):
        super().__init__(schema, signature, "")

    def to_sql_statement_create(self):
        return text('CREATE EXTENSION "%s" WITH SCHEMA %s;' % (self.signature, self.literal_schema))

    def to_sql_statement_drop(self, cascade=False):
        return text('DROP EXTENSION "%s"%s' % (self.signature, ending(cascade)))
