"""Operations as objects: what op.invoke() takes, and what process_revision_directives changes."""


class MigrateOperation:
    """The root of all operations; `info` is for whoever wants to remember something about one."""

    @property
    def info(self):
        return self.__dict__.setdefault("_info", {})

    def reverse(self):
        raise NotImplementedError

    def to_diff_tuple(self):
        raise NotImplementedError


class _Directive(MigrateOperation):
    """A directive of `op` and its arguments. _positional_names are attributes in the order of the call, _keyword_names
    the others with what they are when nobody says; further keywords are kept in `kw`."""

    _directive = None
    _positional_names = ()
    _keyword_names = {}
    _table_names = ("table_name",)

    def __init__(self, *args, **kwargs):
        names = self._positional_names
        if len(args) > len(names):
            raise TypeError(
                "%s.__init__() takes %d positional arguments but %d were given"
                % (type(self).__name__, len(names) + 1, len(args) + 1)
            )
        given = dict(zip(names, args))
        for name in names:
            if name in kwargs:
                given[name] = kwargs.pop(name)
        given.update({name: kwargs.pop(name, default) for name, default in self._keyword_names.items()})
        missing = [name for name in names if name not in given]
        if missing:
            raise TypeError(
                "%s.__init__() missing required argument%s: %s"
                % (type(self).__name__, "s" if len(missing) > 1 else "", ", ".join(map(repr, missing)))
            )
        self.__dict__.update(given)
        kwargs.pop("_reverse", None)
        self.kw = kwargs

    def _positional(self):
        return [getattr(self, name) for name in self._positional_names]

    def _batch_positional(self):
        return [getattr(self, name) for name in self._positional_names if name not in self._table_names]

    def _keywords(self):
        keywords = {name: getattr(self, name) for name in self._keyword_names}
        given = {name: value for name, value in keywords.items() if value is not self._keyword_names[name]}
        return {**given, **self.kw}


def _directive_method(name):
    def directive(cls, operations, *args, **kwargs):
        return operations.invoke(cls(*args, **kwargs))

    directive.__name__ = name
    return classmethod(directive)


DIRECTIVES = []


def _directive(cls):
    """Gives the class its directive as a class method, as cls.add_column(operations, ...)."""
    if cls._directive not in cls.__dict__:
        setattr(cls, cls._directive, _directive_method(cls._directive))
    DIRECTIVES.append(cls)
    return cls


class AlterTableOp(_Directive):
    pass


class AddConstraintOp(_Directive):
    pass


@_directive
class CreateTableOp(_Directive):
    _directive = "create_table"
    _positional_names = ("table_name", "columns")
    _keyword_names = {
        "schema": None,
        "if_not_exists": None,
        "comment": None,
        "prefixes": None,
        "info": None,
        "_namespace_metadata": None,
        "_constraints_included": False,
    }

    @classmethod
    def create_table(cls, operations, table_name, *columns, **kwargs):
        return operations.invoke(cls(table_name, columns, **kwargs))

    @classmethod
    def from_table(cls, table, *, _namespace_metadata=None):
        parts = [*table.columns, *table.constraints, *table.indexes]
        return cls(table.name, parts, schema=table.schema, comment=table.comment)

    def to_table(self, migration_context=None):
        from sqlalchemy import MetaData, Table

        return Table(self.table_name, MetaData(), *self.columns, schema=self.schema, comment=self.comment, **self.kw)

    def reverse(self):
        return DropTableOp(self.table_name, schema=self.schema)

    def _positional(self):
        return [self.table_name, *self.columns]

    def _keywords(self):
        keywords = super()._keywords()
        return {name: value for name, value in keywords.items() if not name.startswith("_")}


@_directive
class DropTableOp(_Directive):
    _directive = "drop_table"
    _positional_names = ("table_name",)
    _keyword_names = {"schema": None, "if_exists": None, "table_kw": None}

    def to_table(self, migration_context=None):
        from sqlalchemy import MetaData, Table

        return Table(self.table_name, MetaData(), schema=self.schema)

    def _keywords(self):
        keywords = super()._keywords()
        return {**keywords, **(keywords.pop("table_kw", None) or {})}


@_directive
class RenameTableOp(AlterTableOp):
    _directive = "rename_table"
    _positional_names = ("table_name", "new_table_name")
    _keyword_names = {"schema": None}

    def reverse(self):
        return RenameTableOp(self.new_table_name, self.table_name, schema=self.schema)


@_directive
class CreateTableCommentOp(AlterTableOp):
    _directive = "create_table_comment"
    _positional_names = ("table_name", "comment")
    _keyword_names = {"schema": None, "existing_comment": None}

    def reverse(self):
        if self.existing_comment is None:
            return DropTableCommentOp(self.table_name, existing_comment=self.comment, schema=self.schema)
        return CreateTableCommentOp(
            self.table_name, self.existing_comment, existing_comment=self.comment, schema=self.schema
        )


@_directive
class DropTableCommentOp(AlterTableOp):
    _directive = "drop_table_comment"
    _positional_names = ("table_name",)
    _keyword_names = {"schema": None, "existing_comment": None}

    def reverse(self):
        return CreateTableCommentOp(self.table_name, self.existing_comment, schema=self.schema)


@_directive
class AddColumnOp(AlterTableOp):
    _directive = "add_column"
    _positional_names = ("table_name", "column")
    _keyword_names = {"schema": None, "if_not_exists": None, "inline_references": None, "inline_primary_key": None}

    @classmethod
    def from_column(cls, column):
        return cls(column.table.name, column, schema=column.table.schema)

    def reverse(self):
        return DropColumnOp(self.table_name, self.column.name, schema=self.schema)

    def to_column(self):
        return self.column


@_directive
class DropColumnOp(AlterTableOp):
    _directive = "drop_column"
    _positional_names = ("table_name", "column_name")
    _keyword_names = {"schema": None, "if_exists": None}


@_directive
class AlterColumnOp(AlterTableOp):
    _directive = "alter_column"
    _positional_names = ("table_name", "column_name")
    _keyword_names = {
        "schema": None,
        "existing_type": None,
        "existing_server_default": False,
        "existing_nullable": None,
        "existing_comment": None,
        "modify_nullable": None,
        "modify_comment": False,
        "modify_server_default": False,
        "modify_name": None,
        "modify_type": None,
    }
    _spelled = {
        "modify_nullable": "nullable",
        "modify_comment": "comment",
        "modify_server_default": "server_default",
        "modify_name": "new_column_name",
        "modify_type": "type_",
    }

    @classmethod
    def alter_column(cls, operations, table_name, column_name, **kwargs):
        as_attributes = {spelled: name for name, spelled in cls._spelled.items()}
        renamed = {as_attributes.get(name, name): value for name, value in kwargs.items()}
        return operations.invoke(cls(table_name, column_name, **renamed))

    def _keywords(self):
        return {self._spelled.get(name, name): value for name, value in super()._keywords().items()}

    def has_changes(self):
        unchanged = {"modify_comment": False, "modify_server_default": False}
        return any(getattr(self, name) is not unchanged.get(name) for name in self._spelled)


@_directive
class CreatePrimaryKeyOp(AddConstraintOp):
    _directive = "create_primary_key"
    _positional_names = ("constraint_name", "table_name", "columns")
    _keyword_names = {"schema": None}
    constraint_type = "primarykey"


@_directive
class CreateUniqueConstraintOp(AddConstraintOp):
    _directive = "create_unique_constraint"
    _positional_names = ("constraint_name", "table_name", "columns")
    _keyword_names = {"schema": None}
    constraint_type = "unique"


@_directive
class CreateCheckConstraintOp(AddConstraintOp):
    _directive = "create_check_constraint"
    _positional_names = ("constraint_name", "table_name", "condition")
    _keyword_names = {"schema": None}
    constraint_type = "check"


@_directive
class CreateForeignKeyOp(AddConstraintOp):
    _directive = "create_foreign_key"
    _positional_names = ("constraint_name", "source_table", "referent_table", "local_cols", "remote_cols")
    _table_names = ("source_table",)
    constraint_type = "foreignkey"


@_directive
class DropConstraintOp(_Directive):
    _directive = "drop_constraint"
    _positional_names = ("constraint_name", "table_name")
    _keyword_names = {"type_": None, "schema": None, "if_exists": None}

    @property
    def constraint_type(self):
        return self.type_


@_directive
class CreateIndexOp(_Directive):
    _directive = "create_index"
    _positional_names = ("index_name", "table_name", "columns")
    _keyword_names = {"schema": None, "unique": False, "if_not_exists": None}

    def reverse(self):
        return DropIndexOp(self.index_name, self.table_name, schema=self.schema)


@_directive
class DropIndexOp(_Directive):
    _directive = "drop_index"
    _positional_names = ("index_name",)
    _keyword_names = {"table_name": None, "schema": None, "if_exists": None}


@_directive
class BulkInsertOp(_Directive):
    _directive = "bulk_insert"
    _positional_names = ("table", "rows")
    _keyword_names = {"multiinsert": True}


@_directive
class ExecuteSQLOp(_Directive):
    _directive = "execute"
    _positional_names = ("sqltext",)
    _keyword_names = {"execution_options": None}


class OpContainer(MigrateOperation):
    """Operations in a row."""

    def __init__(self, ops=()):
        self.ops = list(ops)

    def is_empty(self):
        return not self.ops


class ModifyTableOps(OpContainer):
    def __init__(self, table_name, ops, *, schema=None):
        super().__init__(ops)
        self.table_name = table_name
        self.schema = schema

    def reverse(self):
        return ModifyTableOps(self.table_name, [one.reverse() for one in reversed(self.ops)], schema=self.schema)


class UpgradeOps(OpContainer):
    def __init__(self, ops=(), upgrade_token="upgrades"):
        super().__init__(ops)
        self.upgrade_token = upgrade_token

    def reverse_into(self, downgrade_ops):
        downgrade_ops.ops[:] = [one.reverse() for one in reversed(self.ops)]
        return downgrade_ops

    def reverse(self):
        return self.reverse_into(DowngradeOps())


class DowngradeOps(OpContainer):
    def __init__(self, ops=(), downgrade_token="downgrades"):
        super().__init__(ops)
        self.downgrade_token = downgrade_token

    def reverse(self):
        return UpgradeOps([one.reverse() for one in reversed(self.ops)])


class MigrationScript(MigrateOperation):
    """A revision file to be: its two lists of operations and what stands in its head."""

    def __init__(self, rev_id, upgrade_ops, downgrade_ops, *, message=None, imports=(), head=None, splice=None,
                 branch_label=None, version_path=None, depends_on=None):
        self.rev_id = rev_id
        self.message = message
        self.imports = set(imports)
        self.head = head
        self.splice = splice
        self.branch_label = branch_label
        self.version_path = version_path
        self.depends_on = depends_on
        self.upgrade_ops = upgrade_ops
        self.downgrade_ops = downgrade_ops

    @property
    def upgrade_ops(self):
        if len(self._upgrade_ops) > 1:
            raise ValueError(
                "This MigrationScript instance has a multiple-entry list for UpgradeOps; please use the "
                "upgrade_ops_list attribute."
            )
        return self._upgrade_ops[0] if self._upgrade_ops else None

    @upgrade_ops.setter
    def upgrade_ops(self, value):
        self._upgrade_ops = list(value) if isinstance(value, (list, tuple)) else [] if value is None else [value]

    @property
    def downgrade_ops(self):
        if len(self._downgrade_ops) > 1:
            raise ValueError(
                "This MigrationScript instance has a multiple-entry list for DowngradeOps; please use the "
                "downgrade_ops_list attribute."
            )
        return self._downgrade_ops[0] if self._downgrade_ops else None

    @downgrade_ops.setter
    def downgrade_ops(self, value):
        self._downgrade_ops = list(value) if isinstance(value, (list, tuple)) else [] if value is None else [value]

    @property
    def upgrade_ops_list(self):
        return self._upgrade_ops

    @property
    def downgrade_ops_list(self):
        return self._downgrade_ops
