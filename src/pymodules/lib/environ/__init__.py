"""django-environ: settings from the environment."""

from environ.environ import Env, FileAwareEnv, ImproperlyConfigured, Path

__version__ = "0.12.0"
__all__ = ["Env", "FileAwareEnv", "ImproperlyConfigured", "Path"]
