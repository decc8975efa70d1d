"""How operations of a project's own classes are written."""


class _Renderers:
    """Functions by the class of operation that they write."""

    def __init__(self):
        self.functions = {}

    def dispatch_for(self, operation_class, qualifier="default", *, replace=False):
        def register(function):
            self.functions[operation_class] = function
            return function

        return register

    def find(self, operation):
        for ancestor in type(operation).__mro__:
            if ancestor in self.functions:
                return self.functions[ancestor]
        return None


renderers = default_renderers = _Renderers()


def _alembic_autogenerate_prefix(autogen_context):
    if autogen_context._has_batch:
        return "batch_op."
    return autogen_context.opts.get("alembic_module_prefix", "op.") or ""


def _sqlalchemy_autogenerate_prefix(autogen_context):
    return autogen_context.opts.get("sqlalchemy_module_prefix", "sa.") or ""
