"""Comparisons that a project or a plugin adds: what they find goes behind what Limbeck has found itself."""


class _Comparators:
    """Functions by what they compare. Those for "autogenerate" and "schema" are called once for each run."""

    def __init__(self):
        self.functions = {}

    def dispatch_for(self, target, qualifier="default", **keywords):
        def register(function):
            self.functions.setdefault(target, []).append((qualifier, function))
            return function

        return register

    def found(self, target, dialect):
        return [function for qualifier, function in self.functions.get(target, ()) if qualifier in ("default", dialect)]


comparators = _Comparators()
