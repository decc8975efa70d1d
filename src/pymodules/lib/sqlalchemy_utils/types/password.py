from sqlalchemy_utils.types import PasswordType
