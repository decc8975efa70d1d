"""The engines encrypt and decrypt with the application's key: a migration cannot."""

from sqlalchemy_utils.types import EncryptedType, StringEncryptedType


class EncryptionDecryptionBaseEngine:
    def encrypt(self, value):
        raise NotImplementedError("Limbeck does not encrypt values: sqlalchemy_utils.types.encrypted")

    decrypt = encrypt


class AesEngine(EncryptionDecryptionBaseEngine):
    pass


class AesGcmEngine(EncryptionDecryptionBaseEngine):
    pass


class FernetEngine(EncryptionDecryptionBaseEngine):
    pass
