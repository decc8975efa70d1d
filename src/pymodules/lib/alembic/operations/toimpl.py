"""Alembic's own operations, carried out."""

from alembic.operations import ops
from alembic.operations.base import BatchOperations, _implementations, _native


def _perform(target, operation):
    """Calls the directive of `op`, or of the batch, with what the operation holds."""
    if isinstance(target, BatchOperations):
        return getattr(target, operation._directive)(*operation._batch_positional(), **operation._keywords())
    return _native[operation._directive](*operation._positional(), **operation._keywords())


def _perform_each(target, operation):
    for one in operation.ops:
        target.invoke(one)


for _class in ops.DIRECTIVES:
    _implementations[_class] = _perform
_implementations[ops.OpContainer] = _perform_each

create_table = drop_table = rename_table = create_table_comment = drop_table_comment = _perform
add_column = drop_column = alter_column = create_constraint = drop_constraint = _perform
create_index = drop_index = bulk_insert = execute_sql = _perform
