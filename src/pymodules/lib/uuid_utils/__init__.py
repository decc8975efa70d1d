"""UUIDs of all versions; those of Python's uuid module, which the package's own are like."""

import secrets
import time
from uuid import NAMESPACE_DNS, NAMESPACE_OID, NAMESPACE_URL, NAMESPACE_X500, UUID, uuid1, uuid3, uuid4, uuid5


def _made(version, high, middle, low):
    """48 bits, 12 bits and 62 bits around the version and the variant."""
    return UUID(int=high << 80 | version << 76 | middle << 64 | 2 << 62 | low)


def uuid6(node=None, timestamp=None):
    moment = (time.time_ns() if timestamp is None else timestamp * 10**9) // 100 + 0x01B21DD213814000
    low = secrets.randbits(14) << 48 | (secrets.randbits(48) | 1 << 40 if node is None else node)
    return _made(6, moment >> 12, moment & 0xFFF, low)


def uuid7(timestamp=None, nanos=None):
    moment = time.time_ns() // 10**6 if timestamp is None else timestamp * 1000 + (nanos or 0) // 10**6
    return _made(7, moment, secrets.randbits(12), secrets.randbits(62))


def uuid8(bytes):
    number = int.from_bytes(bytes, "big")
    return _made(8, number >> 80, number >> 64 & 0xFFF, number & (1 << 62) - 1)
