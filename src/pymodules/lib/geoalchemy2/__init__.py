"""The types of PostGIS."""

from geoalchemy2.types import Geography, Geometry, Raster

__all__ = ["Geography", "Geometry", "Raster"]
