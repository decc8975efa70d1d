"""Errors of the revision graph."""

from alembic.script.base import Script as Revision


class RevisionError(Exception):
    pass


class ResolutionError(RevisionError):
    pass


class MultipleHeads(RevisionError):
    pass
