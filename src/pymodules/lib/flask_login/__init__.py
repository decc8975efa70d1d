"""The package `flask_login` as far as models know it: mixins without columns. The rest is as if it were not there."""

import _limbeck_opaque

_rest = _limbeck_opaque.package("flask_login")


class UserMixin:
    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self):
        return str(self.id)


class AnonymousUserMixin:
    is_authenticated = False
    is_active = False
    is_anonymous = True

    def get_id(self):
        return None


def __getattr__(name):
    return getattr(_rest, name)
