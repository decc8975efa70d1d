"""A shop."""

from .names import BRAND
from . import parts

__all__ = ["BRAND", "order", "parts"]
