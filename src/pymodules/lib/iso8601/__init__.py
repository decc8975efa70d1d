"""Dates of ISO 8601."""

from iso8601.iso8601 import UTC, FixedOffset, ParseError, is_iso8601, parse_date
