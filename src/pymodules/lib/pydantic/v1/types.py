"""As pydantic.v1 spells it."""

from pydantic.types import *
