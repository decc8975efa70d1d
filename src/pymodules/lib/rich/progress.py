"""Loops whose progress is shown, which it is not here."""


def track(sequence, description="Working...", total=None, **options):
    yield from sequence


class Progress:
    """`with Progress(...) as progress`: tasks are numbers."""

    def __init__(self, *columns, **options):
        self._tasks = 0

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def start(self):
        pass

    def stop(self):
        pass

    def add_task(self, description, start=True, total=100.0, completed=0, visible=True, **fields):
        self._tasks += 1
        return self._tasks - 1

    def update(self, task_id, **changes):
        pass

    def advance(self, task_id, advance=1):
        pass

    def track(self, sequence, total=None, completed=0, task_id=None, description="Working...", **options):
        yield from sequence
