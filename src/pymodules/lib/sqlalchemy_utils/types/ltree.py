from sqlalchemy_utils.types import LtreeType
