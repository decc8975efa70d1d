"""What pydantic 2 brings of version 1: an Optional field needs no default, and defaults are taken as they are."""

import pydantic as _pydantic
import pydantic_settings as _settings
from pydantic import *

VERSION = __version__ = "1.10.22"


class BaseModel(_pydantic.BaseModel):
    model_config = ConfigDict(_old_optional=True)


class BaseSettings(_settings.BaseSettings):
    model_config = ConfigDict(_old_optional=True, validate_default=False, extra="ignore")
