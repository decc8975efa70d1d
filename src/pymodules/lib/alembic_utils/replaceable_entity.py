"""What all entities are: a schema, a signature and a definition, and the SQL that makes and drops them. The operations
are op.create_entity, op.drop_entity, op.replace_entity and op.revert_entity."""

from alembic.operations import MigrateOperation, Operations


def normalize_whitespace(value):
    return " ".join(value.split())


def escape_colons(sql):
    """A colon would start a parameter; a double one is a cast."""
    parts = sql.split("::")
    return "::".join(part.replace("\\:", ":").replace(":", "\\:") for part in parts)


def unquoted(name):
    return name.replace('"', "")


def quoted(name):
    """"app"."users": each part in quotes."""
    return ".".join('"%s"' % unquoted(part) for part in name.split("."))


def ending(cascade):
    return " cascade" if cascade else ""


class ReplaceableEntity:
    type_ = "entity"

    def __init__(self, schema, signature, definition):
        self.schema = unquoted(normalize_whitespace(schema))
        self.signature = unquoted(normalize_whitespace(signature))
        self.definition = escape_colons(definition.strip().rstrip(";").rstrip())

    @property
    def literal_schema(self):
        return quoted(self.schema)

    @property
    def identity(self):
        return "%s: %s.%s" % (type(self).__name__, self.schema, self.signature)

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError("%s.from_sql is not supported" % cls.__name__)

    def to_sql_statement_create(self):
        raise NotImplementedError()

    def to_sql_statement_drop(self, cascade=False):
        raise NotImplementedError()

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()


class _EntityOp(MigrateOperation):
    def __init__(self, target, cascade=False):
        self.target = target
        self.cascade = cascade

    @classmethod
    def invoke_for_target(cls, operations, target):
        return operations.invoke(cls(target))


@Operations.register_operation("create_entity", "invoke_for_target")
class CreateOp(_EntityOp):
    def reverse(self):
        return DropOp(self.target)


@Operations.register_operation("drop_entity", "invoke_for_target_optional_cascade")
class DropOp(_EntityOp):
    @classmethod
    def invoke_for_target_optional_cascade(cls, operations, target, cascade=False):
        return operations.invoke(cls(target, cascade))

    def reverse(self):
        return CreateOp(self.target)


@Operations.register_operation("replace_entity", "invoke_for_target")
class ReplaceOp(_EntityOp):
    def reverse(self):
        return RevertOp(self.target)


@Operations.register_operation("revert_entity", "invoke_for_target")
class RevertOp(_EntityOp):
    def reverse(self):
        return ReplaceOp(self.target)


@Operations.implementation_for(CreateOp)
def create_entity(operations, operation):
    operations.execute(operation.target.to_sql_statement_create())


@Operations.implementation_for(DropOp)
def drop_entity(operations, operation):
    operations.execute(operation.target.to_sql_statement_drop(cascade=operation.cascade))


@Operations.implementation_for(ReplaceOp)
@Operations.implementation_for(RevertOp)
def replace_entity(operations, operation):
    for statement in operation.target.to_sql_statement_create_or_replace():
        operations.execute(statement)


class ReplaceableEntityRegistry:
    """What env.py says that autogenerate shall look at."""

    def __init__(self):
        self._entities = {}
        self.schemas = set()
        self.exclude_schemas = set()

    def clear(self):
        self._entities.clear()

    def register(self, entities, schemas=None, exclude_schemas=None, entity_types=None):
        self._entities.update({entity.identity: entity for entity in entities})
        self.schemas |= set(schemas or ())
        self.exclude_schemas |= set(exclude_schemas or ())

    def entities(self):
        return list(self._entities.values())


registry = ReplaceableEntityRegistry()


def register_entities(entities, schemas=None, exclude_schemas=None, entity_types=None):
    registry.register(entities, schemas, exclude_schemas, entity_types)
