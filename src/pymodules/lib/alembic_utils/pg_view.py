"""Views."""

from alembic_utils.replaceable_entity import ReplaceableEntity, ending
from sqlalchemy import text

_REPLACE = """
do $$
    begin
        CREATE OR REPLACE VIEW {name} AS {definition};

    exception when others then
        DROP VIEW IF EXISTS {name};

        CREATE VIEW {name} AS {definition};
    end;
$$ language 'plpgsql'
"""


class PGView(ReplaceableEntity):
    type_ = "view"

    @property
    def _name(self):
        return '%s."%s"' % (self.literal_schema, self.signature)

    def to_sql_statement_create(self):
        return text("CREATE VIEW %s AS %s;" % (self._name, self.definition))

    def to_sql_statement_create_or_replace(self):
        yield text(_REPLACE.format(name=self._name, definition=self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return text("DROP VIEW %s%s" % (self._name, ending(cascade)))
