"""The contexts, by the module that has them."""

from flask import has_app_context, has_request_context
