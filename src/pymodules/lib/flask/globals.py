"""The objects of the context, by the module that has them."""

from flask import current_app
