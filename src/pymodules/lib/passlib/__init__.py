"""Password hashes: bcrypt, sha256_crypt, sha512_crypt, md5_crypt and PBKDF2."""

__version__ = "1.7.4"
