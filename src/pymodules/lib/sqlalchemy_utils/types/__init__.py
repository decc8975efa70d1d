"""Column types. A value's own class (Arrow, Password, PhoneNumber) is the application's business: a migration sees what
is in the database."""

from sqlalchemy import BINARY, CHAR, VARBINARY, DateTime, LargeBinary, String, Unicode, UnicodeText
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, UserDefinedType

__all__ = [
    "ArrowType",
    "ChoiceType",
    "ColorType",
    "CompositeType",
    "CountryType",
    "CurrencyType",
    "DateRangeType",
    "DateTimeRangeType",
    "EmailType",
    "EncryptedType",
    "EnrichedDateTimeType",
    "IPAddressType",
    "Int8RangeType",
    "IntRangeType",
    "JSONType",
    "LocaleType",
    "LtreeType",
    "NumericRangeType",
    "PasswordType",
    "PhoneNumberType",
    "ScalarListType",
    "StringEncryptedType",
    "TSVectorType",
    "TimezoneType",
    "URLType",
    "UUIDType",
    "WeekDaysType",
]


class _OfLength(TypeDecorator):
    """A text whose length the type decides when the script does not."""

    impl = Unicode
    cache_ok = True
    _length = None

    def __init__(self, length=None, *args, **kwargs):
        super().__init__(length=length or self._length)


class EnrichedDateTimeType(TypeDecorator):
    impl = DateTime
    cache_ok = True


class ArrowType(EnrichedDateTimeType):
    pass


class ChoiceType(TypeDecorator):
    impl = Unicode(255)
    cache_ok = True

    def __init__(self, choices, impl=None):
        if impl is not None:
            self.impl = impl() if isinstance(impl, type) else impl
        self.choices = choices
        super().__init__()


class ColorType(_OfLength):
    _length = 20


class CountryType(TypeDecorator):
    impl = String(2)
    cache_ok = True


class CurrencyType(TypeDecorator):
    impl = String(3)
    cache_ok = True


class EmailType(_OfLength):
    _length = 255


class LocaleType(TypeDecorator):
    impl = Unicode(10)
    cache_ok = True


class IPAddressType(TypeDecorator):
    impl = Unicode
    cache_ok = True

    def __init__(self, max_length=50, *args, **kwargs):
        super().__init__(length=max_length)


class PhoneNumberType(TypeDecorator):
    impl = Unicode
    cache_ok = True

    def __init__(self, region="US", max_length=20, *args, **kwargs):
        super().__init__(length=max_length)


class TimezoneType(TypeDecorator):
    impl = Unicode(50)
    cache_ok = True

    def __init__(self, backend="dateutil"):
        super().__init__()


class URLType(TypeDecorator):
    impl = UnicodeText
    cache_ok = True


class ScalarListType(TypeDecorator):
    impl = UnicodeText
    cache_ok = True

    def __init__(self, coerce_func=str, separator=","):
        super().__init__()


class JSONType(TypeDecorator):
    impl = UnicodeText
    cache_ok = True

    def __init__(self, *args, **kwargs):
        super().__init__()

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(postgresql.JSON() if dialect.name == "postgresql" else UnicodeText())


class UUIDType(TypeDecorator):
    impl = BINARY(16)
    cache_ok = True

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native
        super().__init__()

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(BINARY(16) if self.binary else CHAR(32))


class PasswordType(TypeDecorator):
    impl = VARBINARY(1024)
    cache_ok = True

    def __init__(self, max_length=None, length=None, **kwargs):
        self.max_length = max_length or length or 1024
        super().__init__()

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.BYTEA(self.max_length))
        return dialect.type_descriptor(VARBINARY(self.max_length))


class EncryptedType(TypeDecorator):
    impl = LargeBinary
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        super().__init__(**kwargs)


class StringEncryptedType(TypeDecorator):
    impl = String
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        super().__init__(**kwargs)


class TSVectorType(TypeDecorator):
    impl = postgresql.TSVECTOR
    cache_ok = True

    def __init__(self, *columns, **options):
        self.columns = columns
        self.options = options
        super().__init__()


class LtreeType(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "LTREE"


class CompositeType(UserDefinedType):
    cache_ok = True

    def __init__(self, name, columns, quote=None, **kwargs):
        super().__init__()
        self.name = name
        self.columns = columns

    def get_col_spec(self, **kw):
        return self.name


class WeekDaysType(TypeDecorator):
    impl = String(7)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(postgresql.BIT(7) if dialect.name == "postgresql" else String(7))


class _RangeType(TypeDecorator):
    impl = String(255)
    cache_ok = True
    _native = None

    def __init__(self, *args, **kwargs):
        super().__init__()

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(self._native() if dialect.name == "postgresql" else String(255))


class IntRangeType(_RangeType):
    _native = postgresql.INT4RANGE


class Int8RangeType(_RangeType):
    _native = postgresql.INT8RANGE


class NumericRangeType(_RangeType):
    _native = postgresql.NUMRANGE


class DateRangeType(_RangeType):
    _native = postgresql.DATERANGE


class DateTimeRangeType(_RangeType):
    _native = postgresql.TSRANGE


# Each type is found under its own module, too.
from sqlalchemy_utils.types import (
    arrow,
    choice,
    color,
    country,
    currency,
    email,
    enriched_datetime,
    ip_address,
    json,
    locale,
    ltree,
    password,
    pg_composite,
    phone_number,
    range,
    scalar_list,
    timezone,
    ts_vector,
    url,
    uuid,
    weekdays,
)
from sqlalchemy_utils.types.encrypted import encrypted_type
