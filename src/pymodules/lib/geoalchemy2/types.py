"""Column types of PostGIS. The index that `spatial_index` asks for comes with a table's events, which migrations do
not have: scripts create it themselves."""

from sqlalchemy.types import UserDefinedType


class _GISType(UserDefinedType):
    cache_ok = True
    name = None

    def __init__(self, geometry_type="GEOMETRY", srid=-1, dimension=None, spatial_index=True, use_N_D_index=False,
                 use_typmod=None, from_text=None, name=None, nullable=True, _spatial_index_reflected=None,
                 management=None):
        super().__init__()
        self.geometry_type = geometry_type.upper() if isinstance(geometry_type, str) else geometry_type
        self.srid = int(srid)
        self.dimension = dimension
        self.spatial_index = spatial_index
        if name is not None:
            self.name = name

    def get_col_spec(self, **kw):
        if not self.geometry_type:
            return self.name
        return "%s(%s,%d)" % (self.name, self.geometry_type, self.srid)


class Geometry(_GISType):
    name = "geometry"


class Geography(_GISType):
    name = "geography"


class Raster(UserDefinedType):
    cache_ok = True
    name = "raster"

    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True):
        super().__init__()

    def get_col_spec(self, **kw):
        return "raster"
