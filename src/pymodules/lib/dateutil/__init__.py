"""Dates beyond the standard library: parser, relativedelta and tz."""

__version__ = "2.9.0"
