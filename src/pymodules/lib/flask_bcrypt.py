"""Password hashes for the accounts that revisions make."""

import hashlib
import hmac

import bcrypt


def _bytes_of(text):
    return text.encode("utf-8") if isinstance(text, str) else text


class Bcrypt:
    def __init__(self, app=None):
        self._log_rounds = 12
        self._prefix = "2b"
        self._handle_long_passwords = False
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        self._log_rounds = app.config.get("BCRYPT_LOG_ROUNDS", 12)
        self._prefix = app.config.get("BCRYPT_HASH_PREFIX", "2b")
        self._handle_long_passwords = app.config.get("BCRYPT_HANDLE_LONG_PASSWORDS", False)

    def _prepared(self, password):
        password = _bytes_of(password)
        if self._handle_long_passwords:
            return _bytes_of(hashlib.sha256(password).hexdigest())
        return password

    def generate_password_hash(self, password, rounds=None, prefix=None):
        if not password:
            raise ValueError("Password must be non-empty.")
        salt = bcrypt.gensalt(rounds=rounds or self._log_rounds, prefix=_bytes_of(prefix or self._prefix))
        return bcrypt.hashpw(self._prepared(password), salt)

    def check_password_hash(self, pw_hash, password):
        pw_hash = _bytes_of(pw_hash)
        return hmac.compare_digest(bcrypt.hashpw(self._prepared(password), pw_hash), pw_hash)


def generate_password_hash(password, rounds=None):
    return Bcrypt().generate_password_hash(password, rounds)


def check_password_hash(pw_hash, password):
    return Bcrypt().check_password_hash(pw_hash, password)
