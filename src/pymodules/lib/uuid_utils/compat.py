"""The same, as members of Python's own class."""

from uuid_utils import *
