"""As pydantic.v1 spells it."""

from pydantic.main import create_model
from pydantic.v1 import BaseModel
