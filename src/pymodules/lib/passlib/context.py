"""Several kinds of hashes behind one door."""

from passlib.exc import UnknownHashError
from passlib.hash import _HANDLERS


class CryptContext:
    def __init__(self, schemes=None, default=None, deprecated=(), **settings):
        if isinstance(schemes, str):
            schemes = [name.strip() for name in schemes.split(",")]
        self._handlers = []
        for scheme in schemes or []:
            name = scheme if isinstance(scheme, str) else scheme.name
            if name not in _HANDLERS:
                raise KeyError("no crypt handler found for algorithm: " + repr(name))
            self._handlers.append(self._configured(_HANDLERS[name], name + "__", settings))
        for key in settings:
            if "__" not in key:
                raise TypeError("unknown option: " + repr(key))
        self._default = default
        self._deprecated = deprecated

    @staticmethod
    def _configured(handler, prefix, settings):
        own = {key[len(prefix) :]: value for key, value in settings.items() if key.startswith(prefix)}
        return handler.using(**own) if own else handler

    def schemes(self):
        return tuple(handler.name for handler in self._handlers)

    def default_scheme(self):
        return self.handler().name

    def handler(self, scheme=None):
        wanted = scheme or self._default
        for handler in self._handlers:
            if wanted is None or handler.name == wanted:
                return handler
        raise KeyError("no crypt handlers loaded in this CryptContext instance" if wanted is None else
                       "crypt handler not found in policy: " + repr(wanted))

    def _of(self, hash):
        for handler in self._handlers:
            if handler.identify(hash):
                return handler
        raise UnknownHashError()

    def identify(self, hash, required=False):
        if not required and not any(handler.identify(hash) for handler in self._handlers):
            return None
        return self._of(hash).name

    def hash(self, secret, scheme=None):
        return self.handler(scheme).hash(secret)

    encrypt = hash

    def verify(self, secret, hash):
        return hash is not None and self._of(hash).verify(secret, hash)

    def needs_update(self, hash):
        handler = self._of(hash)
        if self._deprecated == "auto" or self._deprecated == ["auto"]:
            if handler is not self.handler():
                return True
        elif handler.name in self._deprecated:
            return True
        return handler.needs_update(hash)

    def verify_and_update(self, secret, hash):
        if not self.verify(secret, hash):
            return False, None
        return True, self.hash(secret) if self.needs_update(hash) else None
