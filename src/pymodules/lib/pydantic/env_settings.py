"""Settings, where version 1 has them."""

from pydantic.v1 import BaseSettings
