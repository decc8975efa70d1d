"""As pydantic.v1 spells it."""

from pydantic.v1 import BaseModel

GenericModel = BaseModel
