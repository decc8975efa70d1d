"""The environment that `alembic.context` stands for."""

from alembic.util.exc import CommandError


class EnvironmentContext:
    """Programs make one to run migrations themselves; a script that is being run cannot."""

    def __init__(self, config, script, **kw):
        raise CommandError("a script cannot run migrations beside those of its run")


NameFilterType = NameFilterParentNames = RevisionContext = object
