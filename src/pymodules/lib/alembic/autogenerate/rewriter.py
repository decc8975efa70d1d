"""Rewriter: functions that replace operations on their way into a revision file."""

from alembic.operations import ops


class Rewriter:
    """A callable for process_revision_directives. Each function gets the operations of its class, and gives what is to
    stand in their place: one operation, several, or none."""

    def __init__(self):
        self._functions = {}
        self._next = ()

    def chain(self, other):
        made = Rewriter()
        made._functions.update(self._functions)
        made._next = (*self._next, other)
        return made

    def rewrites(self, operator):
        classes = operator if isinstance(operator, (tuple, list)) else (operator,)

        def register(function):
            for one in classes:
                self._functions[one] = function
            return function

        return register

    def __call__(self, context, revision, directives):
        self.process_revision_directives(context, revision, directives)
        for other in self._next:
            other(context, revision, directives)

    def process_revision_directives(self, context, revision, directives):
        self._visit_list(context, revision, directives)

    def _find(self, operation):
        for ancestor in type(operation).__mro__:
            if ancestor in self._functions:
                return self._functions[ancestor]
        return None

    def _replace(self, context, revision, operation):
        function = self._find(operation)
        seen = operation.__dict__.setdefault("_rewritten_by", set())
        if function is None or self in seen:
            return [operation]
        answer = function(context, revision, operation)
        if answer is None:
            answer = []
        elif isinstance(answer, ops.MigrateOperation) or not hasattr(answer, "__iter__"):
            answer = [answer]
        answer = list(answer)
        for one in answer:
            one.__dict__.setdefault("_rewritten_by", set()).add(self)
        return answer

    def _visit_list(self, context, revision, directives):
        directives[:] = [made for one in list(directives) for made in self._visit(context, revision, one)]

    def _visit(self, context, revision, operation):
        replaced = self._replace(context, revision, operation)
        for one in replaced:
            if isinstance(one, ops.MigrationScript):
                self._visit_single(context, revision, one.upgrade_ops_list, "UpgradeOps")
                self._visit_single(context, revision, one.downgrade_ops_list, "DowngradeOps")
            elif isinstance(one, ops.OpContainer):
                self._visit_list(context, revision, one.ops)
        return replaced

    def _visit_single(self, context, revision, containers, name):
        made = []
        for container in containers:
            answer = self._visit(context, revision, container)
            if len(answer) != 1:
                raise ValueError("Can only return single object for %s traverse" % name)
            made.extend(answer)
        containers[:] = made
