"""A shop."""
NAME = "shop"
from . import models
