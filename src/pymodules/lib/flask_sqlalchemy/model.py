from flask_sqlalchemy import DefaultMeta, Model, camel_to_snake_case, should_set_tablename


class NameMetaMixin(type):
    """Part of metaclasses that projects put together themselves; DefaultMeta does its work."""


BindMetaMixin = NameMetaMixin
BindMixin = NameMixin = object
