"""Short random names."""

import secrets as _secrets

_ALPHABET = "_-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def generate(alphabet=_ALPHABET, size=21):
    return "".join(_secrets.choice(alphabet) for _ in range(size))


non_secure_generate = generate
