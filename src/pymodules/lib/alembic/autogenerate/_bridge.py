"""Between the operations that Limbeck compares with and the objects that scripts see."""

from alembic.autogenerate.compare import comparators
from alembic.autogenerate.render import renderers
from alembic.operations import ops
from alembic.operations.base import _native


def wrap(class_name, positional, keywords, native):
    operation = getattr(ops, class_name)(*positional, **keywords)
    seen = dict(operation.__dict__)
    operation._limbeck_native = (native, seen, dict(operation.kw))
    return operation


def native_of(operation):
    """What the object was made of, or None when a script has changed it since."""
    found = operation.__dict__.get("_limbeck_native")
    if found is None:
        return None
    native, seen, keywords = found
    now = operation.__dict__
    same = all(now.get(name) is value for name, value in seen.items())
    same = same and len(keywords) == len(operation.kw)
    return native if same and all(operation.kw.get(name) is value for name, value in keywords.items()) else None


def perform(operation):
    """Calls the directive that the object stands for."""
    _native[operation._directive](*operation._positional(), **operation._keywords())


def is_directive(operation):
    return getattr(operation, "_directive", None) is not None


def is_container(operation):
    return isinstance(operation, ops.ModifyTableOps)


def make_container(class_name, operations, token):
    return getattr(ops, class_name)(operations, token)


def make_table_container(table_name, operations, schema):
    return ops.ModifyTableOps(table_name, operations, schema=schema)


def make_script(rev_id, message, upgrade_ops, downgrade_ops, facts):
    return ops.MigrationScript(rev_id, upgrade_ops, downgrade_ops, message=message, **facts)


def custom_lines(context, operation):
    """The lines of an operation that somebody has registered a function for; else None."""
    render = renderers.find(operation)
    if render is None:
        return None
    text = render(context, operation)
    return [text] if isinstance(text, str) else list(text or ())


def has_comparators():
    return bool(comparators.functions)


def run_comparators(context, upgrade_ops, schemas):
    dialect = context.dialect.name
    for function in comparators.found("autogenerate", dialect):
        function(context, upgrade_ops)
    for function in comparators.found("schema", dialect):
        function(context, upgrade_ops, set(schemas))
