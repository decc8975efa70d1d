"""The revisions of the project, as env.py asks for them."""

from alembic.script.base import Script, ScriptDirectory, _of_run

__all__ = ["Script", "ScriptDirectory"]
