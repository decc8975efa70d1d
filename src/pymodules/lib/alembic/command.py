"""The commands' names, which programs import beside their settings. A script runs in one and cannot run another."""

from _limbeck_scripts import refuse_command


def _refused(name):
    def refuse(*args, **kwargs):
        refuse_command("alembic.command." + name)

    refuse.__name__ = name
    return refuse


for _name in ("branches", "check", "current", "downgrade", "edit", "ensure_version", "heads", "history", "init",
              "list_templates", "merge", "revision", "show", "stamp", "upgrade"):
    globals()[_name] = _refused(_name)
del _name
