"""The class of context.config. Commands are not a script's to run."""

from _limbeck_scripts import Config, refuse_command


class CommandLine:
    def __init__(self, prog=None):
        self.prog = prog

    def main(self, argv=None):
        refuse_command("alembic.config.CommandLine().main")


def main(argv=None, prog=None, **kwargs):
    refuse_command("alembic.config.main")
