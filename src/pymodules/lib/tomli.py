"""tomllib under the name that it had before Python 3.11."""

from tomllib import TOMLDecodeError, load, loads

__version__ = "2.0.1"
