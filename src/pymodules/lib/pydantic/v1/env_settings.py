"""As pydantic.v1 spells it."""

from pydantic.v1 import BaseSettings
