"""As pydantic.v1 spells it."""

from pydantic.fields import *
