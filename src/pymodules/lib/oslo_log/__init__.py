"""Logging of OpenStack's programs."""
