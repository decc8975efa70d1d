"""As pydantic.v1 spells it."""

from pydantic.networks import *
