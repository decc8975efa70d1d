"""Rich's progress of loops and its plain output, without colours. The rest is opaque."""

import builtins


def print(*objects, sep=" ", end="\n", file=None, flush=False):
    from rich.console import plain

    builtins.print(*[plain(one) for one in objects], sep=sep, end=end, file=file)
