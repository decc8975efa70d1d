"""What a comparison knows of its run."""


class AutogenContext:
    def __init__(self, migration_context, metadata=None, opts=None, autogenerate=True):
        self.migration_context = migration_context
        self.opts = dict(opts or {})
        self.metadata = metadata if metadata is not None else self.opts.get("target_metadata")
        self.imports = set()
        self._has_batch = False

    @property
    def connection(self):
        return self.migration_context.bind

    @property
    def dialect(self):
        return self.connection.dialect

    @property
    def inspector(self):
        from sqlalchemy import inspect

        if "_inspector" not in self.__dict__:
            self._inspector = inspect(self.connection)
        return self._inspector

    @property
    def _all_metadata(self):
        return list(self.metadata) if isinstance(self.metadata, (list, tuple)) else [self.metadata]

    @property
    def sorted_tables(self):
        return [table for metadata in self._all_metadata for table in metadata.sorted_tables]

    @property
    def table_key_to_table(self):
        return {key: table for metadata in self._all_metadata for key, table in metadata.tables.items()}

    def run_name_filters(self, name, type_, parent_names):
        include_name = self.opts.get("include_name")
        return include_name is None or bool(include_name(name, type_, parent_names))

    def run_object_filters(self, object_, name, type_, reflected, compare_to):
        include_object = self.opts.get("include_object")
        return include_object is None or bool(include_object(object_, name, type_, reflected, compare_to))

    run_filters = run_object_filters
