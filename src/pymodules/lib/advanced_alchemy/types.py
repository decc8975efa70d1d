"""Column types of Advanced Alchemy."""

from sqlalchemy import BigInteger, Date, DateTime, JSON, Integer, LargeBinary, String, Text, Uuid
from sqlalchemy.dialects.postgresql import BYTEA, INTEGER, JSONB
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.types import CHAR, TypeDecorator

BigIntIdentity = BigInteger().with_variant(Integer, "sqlite")


class GUID(TypeDecorator):
    impl = LargeBinary(16)
    cache_ok = True

    def __init__(self, *args, binary=True, **kwargs):
        self.binary = binary
        super().__init__()

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(PG_UUID())
        return dialect.type_descriptor(LargeBinary(16) if self.binary else CHAR(32))


class DateTimeUTC(TypeDecorator):
    impl = DateTime(timezone=True)
    cache_ok = True

    def __init__(self, *args, **kwargs):
        super().__init__()


class JsonB(TypeDecorator):
    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else JSON())


class EncryptedString(TypeDecorator):
    impl = String
    cache_ok = True

    def __init__(self, key=None, backend=None, length=None, **kwargs):
        self.length = length
        super().__init__()

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(String() if dialect.name == "postgresql" or not self.length
                                       else String(length=self.length))


class EncryptedText(EncryptedString):
    impl = Text

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(Text())


class PasswordHash(TypeDecorator):
    impl = String
    cache_ok = True

    def __init__(self, backend=None, length=128):
        super().__init__(length=length)


class StoredObject(TypeDecorator):
    impl = JSON
    cache_ok = True

    def __init__(self, *args, **kwargs):
        super().__init__()

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else JSON())
