from sqlalchemy_utils.types import DateRangeType, DateTimeRangeType, Int8RangeType, IntRangeType, NumericRangeType
