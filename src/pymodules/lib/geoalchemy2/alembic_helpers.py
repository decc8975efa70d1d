"""Operations for spatial tables, columns and indexes. On PostgreSQL they are the plain ones under other names; `writer`,
which env.py gives as process_revision_directives, leaves the plain names in what autogenerate writes."""

from alembic.autogenerate import rewriter
from alembic.operations import BatchOperations, Operations, ops
from geoalchemy2.types import Geography, Geometry, Raster

writer = rewriter.Rewriter()

_EXTENSION_TABLES = ("geometry_columns", "spatial_ref_sys", "spatialite_history", "sqlite_sequence",
                     "views_geometry_columns", "virts_geometry_columns", "idx_", "gpkg_", "vgpkg_")
_SPATIAL = (Geometry, Geography, Raster)


def render_item(obj_type, obj, autogen_context):
    if obj_type != "type" or not isinstance(obj, _SPATIAL):
        return False
    autogen_context.imports.add("from geoalchemy2 import %s" % type(obj).__name__)
    return repr(obj)


def include_object(obj, name, obj_type, reflected, compare_to):
    return obj_type != "table" or not name.startswith(_EXTENSION_TABLES)


def _without_index(column):
    """The index that its type brings along with a column is left out by add_geospatial_column()."""
    column.type.spatial_index = False
    column.type = column.type  # read again
    return column


@Operations.register_operation("add_geospatial_column")
@BatchOperations.register_operation("add_geospatial_column", "batch_add_geospatial_column")
class AddGeospatialColumnOp(ops.AddColumnOp):
    @classmethod
    def add_geospatial_column(cls, operations, table_name, column, schema=None):
        return operations.add_column(table_name, _without_index(column), schema=schema)

    @classmethod
    def batch_add_geospatial_column(cls, operations, column, insert_before=None, insert_after=None):
        return operations.add_column(_without_index(column), insert_before=insert_before, insert_after=insert_after)


@Operations.register_operation("drop_geospatial_column")
@BatchOperations.register_operation("drop_geospatial_column", "batch_drop_geospatial_column")
class DropGeospatialColumnOp(ops.DropColumnOp):
    @classmethod
    def drop_geospatial_column(cls, operations, table_name, column_name, schema=None, **kw):
        return operations.drop_column(table_name, column_name, schema=schema, **kw)

    @classmethod
    def batch_drop_geospatial_column(cls, operations, column_name, **kw):
        return operations.drop_column(column_name, **kw)


@Operations.register_operation("create_geospatial_table")
class CreateGeospatialTableOp(ops.CreateTableOp):
    @classmethod
    def create_geospatial_table(cls, operations, table_name, *columns, **kw):
        operations.create_table(table_name, *columns, **kw)


@Operations.register_operation("drop_geospatial_table")
class DropGeospatialTableOp(ops.DropTableOp):
    @classmethod
    def drop_geospatial_table(cls, operations, table_name, schema=None, **kw):
        operations.drop_table(table_name, schema=schema, **kw)


@Operations.register_operation("create_geospatial_index")
@BatchOperations.register_operation("create_geospatial_index", "batch_create_geospatial_index")
class CreateGeospatialIndexOp(ops.CreateIndexOp):
    @classmethod
    def create_geospatial_index(cls, operations, index_name, table_name, columns, schema=None, unique=False, **kw):
        return operations.create_index(index_name, table_name, columns, schema=schema, unique=unique, **kw)

    @classmethod
    def batch_create_geospatial_index(cls, operations, index_name, columns, **kw):
        return operations.create_index(index_name, columns, **kw)


@Operations.register_operation("drop_geospatial_index")
@BatchOperations.register_operation("drop_geospatial_index", "batch_drop_geospatial_index")
class DropGeospatialIndexOp(ops.DropIndexOp):
    @classmethod
    def drop_geospatial_index(cls, operations, index_name, table_name, column_name, schema=None, unique=False, **kw):
        return operations.drop_index(index_name, table_name=table_name, schema=schema, **kw)

    @classmethod
    def batch_drop_geospatial_index(cls, operations, index_name, column_name=None, **kw):
        return operations.drop_index(index_name, **kw)
