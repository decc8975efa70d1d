"""Functions and procedures."""

from alembic_utils.replaceable_entity import ReplaceableEntity, ending, quoted
from sqlalchemy import text


class PGFunction(ReplaceableEntity):
    type_ = "function"

    @property
    def _kind(self):
        return "FUNCTION" if "returns" in self.definition.lower().split("$", 1)[0] else "PROCEDURE"

    @property
    def _name_and_parameters(self):
        name, _, parameters = self.signature.partition("(")
        return quoted(name.strip()), parameters.rpartition(")")[0]

    def _create(self, verb):
        name, parameters = self._name_and_parameters
        return text("%s %s %s.%s(%s) %s" % (
            verb, self._kind, self.literal_schema, name, parameters, self.definition))

    def to_sql_statement_create(self):
        return self._create("CREATE")

    def to_sql_statement_create_or_replace(self):
        yield self._create("CREATE OR REPLACE")

    def to_sql_statement_drop(self, cascade=False):
        name, parameters = self._name_and_parameters
        # A default is no part of what a function is called by.
        types = [one[: len(one.lower().split("default")[0])].strip() for one in parameters.split(",")]
        return text("DROP %s %s.%s(%s)%s" % (
            self._kind, self.literal_schema, name, ", ".join(types), ending(cascade)))
