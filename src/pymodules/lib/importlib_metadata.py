"""The package that importlib.metadata came from."""

from importlib.metadata import *
from importlib.metadata import (
    EntryPoint, PackageNotFoundError, distribution, distributions, entry_points, metadata, version
)
