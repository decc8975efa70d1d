"""Models and settings as pydantic checks them."""

from pydantic import dataclasses
from pydantic._errors import PydanticCustomError, PydanticUndefined, PydanticUserError, ValidationError
from pydantic.alias_generators import to_camel, to_pascal, to_snake
from pydantic.config import BaseConfig, ConfigDict, Extra, with_config
from pydantic.fields import (AliasChoices, AliasGenerator, AliasPath, Field, PrivateAttr, computed_field)
from pydantic.functional_serializers import (PlainSerializer, SerializeAsAny, WrapSerializer, field_serializer,
                                             model_serializer)
from pydantic.functional_validators import (AfterValidator, BeforeValidator, FieldValidationInfo, InstanceOf,
                                            PlainValidator, SkipValidation, ValidationInfo, WrapValidator,
                                            field_validator, model_validator, root_validator, validator)
from pydantic.main import BaseModel, RootModel, TypeAdapter, create_model, parse_obj_as
from pydantic.networks import *
from pydantic.networks import AnyUrl, stricturl
from pydantic.types import *
from pydantic.types import ByteSize, Json, SecretBytes, SecretStr, StringConstraints

VERSION = "2.11.7"
__version__ = VERSION




def validate_call(function=None, /, **options):
    """The arguments are given as they are: no annotation of a call is checked."""
    return function if function is not None else lambda target: target


validate_arguments = validate_call


def __getattr__(name):
    if name == "BaseSettings":
        from pydantic.v1 import BaseSettings

        return BaseSettings
    raise AttributeError("module 'pydantic' has no attribute %r" % name)
