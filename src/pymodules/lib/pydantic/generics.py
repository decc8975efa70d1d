"""Models with type parameters, as versions before 2 write them."""

from pydantic.main import BaseModel

GenericModel = BaseModel
