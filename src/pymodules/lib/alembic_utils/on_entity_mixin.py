"""What stands on a table: triggers and policies."""

from alembic_utils.replaceable_entity import unquoted


class OnEntityMixin:
    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema=schema, signature=signature, definition=definition)
        name = unquoted(on_entity)
        self.on_entity = name if "." in name else "%s.%s" % (self.schema, name)

    @property
    def identity(self):
        return "%s: %s.%s %s" % (type(self).__name__, self.schema, self.signature, self.on_entity)
