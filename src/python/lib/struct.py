"""Numbers as bytes."""

__all__ = ["calcsize", "pack", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


_INTEGERS = {"b": (1, True), "B": (1, False), "h": (2, True), "H": (2, False), "i": (4, True), "I": (4, False),
             "l": (4, True), "L": (4, False), "q": (8, True), "Q": (8, False), "n": (8, True), "N": (8, False)}
_LIMITS = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


def _fields(format):
    """(byte order, aligned, [(count, code)])"""
    if isinstance(format, bytes):
        format = format.decode("ascii")
    order = format[0] if format[:1] in ("@", "=", "<", ">", "!") and format else "@"
    text = format[1:] if format[:1] == order else format
    fields, count = [], ""
    for char in text:
        if char.isspace():
            continue
        if char.isdigit():
            count += char
            continue
        if char not in _INTEGERS and char not in "xc?sfdep":
            raise error("bad char in struct format")
        fields.append((int(count) if count else 1, char))
        count = ""
    if count:
        raise error("repeat count given without format specifier")
    return "big" if order in (">", "!") else "little", order == "@", fields


def _size_of(code, aligned):
    if code in _INTEGERS:
        return 8 if aligned and code in "lL" else _INTEGERS[code][0]
    return {"x": 1, "c": 1, "?": 1, "s": 1, "p": 1, "e": 2, "f": 4, "d": 8}[code]


def _layout(format):
    """(offset, count, code, size) of each field, and the whole size."""
    order, aligned, fields = _fields(format)
    offset, places = 0, []
    for count, code in fields:
        size = _size_of(code, aligned)
        if aligned and code not in "xcsp?":
            offset += -offset % size
        places.append((offset, count, code, size))
        offset += count * size
    return order, places, offset


def calcsize(format):
    return _layout(format)[2]


def _float_bits(value, size):
    exponent_bits, mantissa_bits = {2: (5, 10), 4: (8, 23), 8: (11, 52)}[size]
    bias = (1 << (exponent_bits - 1)) - 1
    highest = (1 << exponent_bits) - 1
    sign = 1 if str(value).startswith("-") else 0
    value = abs(value)
    if value != value:
        exponent, mantissa, sign = highest, 1 << (mantissa_bits - 1), 0
    elif value == float("inf"):
        exponent, mantissa = highest, 0
    elif value == 0:
        exponent, mantissa = 0, 0
    else:
        numerator, denominator = value.as_integer_ratio()
        power = numerator.bit_length() - denominator.bit_length()
        if numerator < denominator << power if power >= 0 else numerator << -power < denominator:
            power -= 1
        power = max(power, 1 - bias)
        shift = mantissa_bits - power
        top, bottom = (numerator << shift, denominator) if shift >= 0 else (numerator, denominator << -shift)
        mantissa, rest = divmod(top, bottom)
        if 2 * rest > bottom or (2 * rest == bottom and mantissa & 1):
            mantissa += 1
        if mantissa >> (mantissa_bits + 1):
            mantissa >>= 1
            power += 1
        exponent = power + bias if mantissa >> mantissa_bits else 0
        if exponent >= highest:
            raise OverflowError("float too large to pack with %s format" % {2: "e", 4: "f", 8: "d"}[size])
        mantissa &= (1 << mantissa_bits) - 1
    return (sign << exponent_bits | exponent) << mantissa_bits | mantissa


def _float_of(bits, size):
    exponent_bits, mantissa_bits = {2: (5, 10), 4: (8, 23), 8: (11, 52)}[size]
    bias = (1 << (exponent_bits - 1)) - 1
    mantissa = bits & ((1 << mantissa_bits) - 1)
    exponent = bits >> mantissa_bits & ((1 << exponent_bits) - 1)
    sign = -1.0 if bits >> (exponent_bits + mantissa_bits) else 1.0
    if exponent == (1 << exponent_bits) - 1:
        return float("nan") if mantissa else sign * float("inf")
    if exponent:
        mantissa |= 1 << mantissa_bits
    power = (exponent or 1) - bias - mantissa_bits
    return sign * (float(mantissa << power) if power >= 0 else mantissa / (1 << -power))


def _pack_one(code, value, size, order):
    if code in _INTEGERS:
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        signed = _INTEGERS[code][1]
        value = value.__index__()
        low, high = (-(1 << (8 * size - 1)), (1 << (8 * size - 1)) - 1) if signed else (0, (1 << (8 * size)) - 1)
        if not low <= value <= high:
            if code in _LIMITS:
                raise error("%s format requires %d <= number <= %d" % (_LIMITS[code], low, high))
            raise error("%r format requires %d <= number <= %d" % (code, low, high) if size == 4
                        else "int too large to convert")
        return value.to_bytes(size, order, signed=signed)
    if code == "?":
        return b"\1" if value else b"\0"
    if code == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return value
    if not isinstance(value, (int, float)):
        raise error("required argument is not a float")
    return _float_bits(float(value), size).to_bytes(size, order)


def pack(format, *values):
    order, places, total = _layout(format)
    wanted = sum(0 if code == "x" else 1 if code in "sp" else count for _, count, code, _ in places)
    if len(values) != wanted:
        raise error("pack expected %d items for packing (got %d)" % (wanted, len(values)))
    out = bytearray(total)
    given = iter(values)
    for offset, count, code, size in places:
        if code == "x":
            continue
        if code in "sp":
            value = next(given)
            if not isinstance(value, (bytes, bytearray)):
                raise error("argument for %r must be a bytes object" % code)
            if code == "p":
                value = bytes([min(len(value), count - 1, 255)]) + value[:count - 1]
            out[offset:offset + count] = value[:count].ljust(count, b"\0")
            continue
        for at in range(count):
            start = offset + at * size
            out[start:start + size] = _pack_one(code, next(given), size, order)
    return bytes(out)


def unpack_from(format, buffer, offset=0):
    order, places, total = _layout(format)
    buffer = bytes(buffer)
    if offset < 0:
        offset += len(buffer)
    if len(buffer) - offset < total:
        raise error("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d "
                    "(actual buffer size is %d)" % (offset + total, total, offset, len(buffer)))
    values = []
    for start, count, code, size in places:
        start += offset
        if code == "x":
            continue
        if code == "s":
            values.append(buffer[start:start + count])
        elif code == "p":
            values.append(buffer[start + 1:start + 1 + buffer[start]])
        else:
            for at in range(count):
                piece = buffer[start + at * size:start + (at + 1) * size]
                if code in _INTEGERS:
                    values.append(int.from_bytes(piece, order, signed=_INTEGERS[code][1]))
                elif code == "?":
                    values.append(piece != b"\0")
                elif code == "c":
                    values.append(piece)
                else:
                    values.append(_float_of(int.from_bytes(piece, order), size))
    return tuple(values)


def unpack(format, buffer):
    size = calcsize(format)
    if len(buffer) != size:
        raise error("unpack requires a buffer of %d bytes" % size)
    return unpack_from(format, buffer)


def iter_unpack(format, buffer):
    size = calcsize(format)
    if size == 0 or len(buffer) % size:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % size)
    for offset in range(0, len(buffer), size):
        yield unpack_from(format, buffer, offset)


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
