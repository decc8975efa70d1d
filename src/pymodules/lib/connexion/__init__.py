"""Applications that are described by an OpenAPI document: the Flask application inside of one, without its routes."""

from flask import Flask


def _keeps(*args, **options):
    """What belongs to requests has no part in migrations."""


class FlaskApp:
    add_api = add_error_handler = add_middleware = add_url_rule = add_wsgi_middleware = run = _keeps

    def __init__(self, import_name, *args, server_args=None, **options):
        self.import_name = import_name
        self.app = Flask(import_name, **(server_args or {}))

    def app_context(self):
        return self.app.app_context()

    def route(self, rule, **options):
        return self.app.route(rule, **options)


App = FlaskApp
