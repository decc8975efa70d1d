"""passlib's errors."""


class UnknownHashError(ValueError):
    def __init__(self, message="hash could not be identified", value=None):
        super().__init__(message)


class PasswordValueError(ValueError):
    pass


class MissingBackendError(RuntimeError):
    pass
