"""Column types of PostGIS. A column of one brings its spatial index along, unless spatial_index=False."""

from sqlalchemy.types import UserDefinedType


class _GISType(UserDefinedType):
    cache_ok = True
    name = None
    from_text = None

    def __init__(self, geometry_type="GEOMETRY", srid=-1, dimension=None, spatial_index=True, use_N_D_index=False,
                 use_typmod=None, from_text=None, name=None, nullable=True, _spatial_index_reflected=None,
                 management=None):
        super().__init__()
        self.geometry_type = geometry_type.upper() if geometry_type else geometry_type
        self.srid = -1 if srid is None else int(srid)
        self.dimension = dimension or self._dimension()
        self.spatial_index = spatial_index
        self.use_N_D_index = use_N_D_index
        self.use_typmod = use_typmod
        self.nullable = nullable
        self._spatial_index_reflected = _spatial_index_reflected
        if name is not None:
            self.name = name
        if from_text is not None:
            self.from_text = from_text

    def _dimension(self):
        if self.geometry_type is None:
            return None
        return 4 if self.geometry_type.endswith("ZM") else 3 if self.geometry_type[-1] in "ZM" else 2

    def get_col_spec(self, **kw):
        if not self.geometry_type:
            return self.name
        return "%s(%s,%d)" % (self.name, self.geometry_type, self.srid)

    @property
    def _column_index(self):
        """Method, operators and function of the index that comes with a column."""
        if not self.spatial_index or self._spatial_index_reflected:
            return None
        return "gist", "gist_geometry_ops_nd" if self.use_N_D_index else "", ""


class Geometry(_GISType):
    name = "geometry"
    from_text = "ST_GeomFromEWKT"


class Geography(_GISType):
    name = "geography"
    from_text = "ST_GeogFromText"


class Raster(_GISType):
    name = "raster"
    from_text = "raster"

    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        super().__init__(None, spatial_index=spatial_index, use_typmod=False, from_text=from_text, name=name,
                         nullable=nullable, _spatial_index_reflected=_spatial_index_reflected)

    @property
    def _column_index(self):
        return ("gist", "", "ST_ConvexHull") if super()._column_index else None
