"""Lists of numbers of one kind."""

import struct

typecodes = "bBuhHiIlLqQfd"


class array(list):
    def __init__(self, typecode, initializer=()):
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = 4 if typecode == "u" else struct.calcsize(typecode)
        list.__init__(self)
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        if self.typecode == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            return value
        if self.typecode in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError("must be real number, not " + type(value).__name__)
            return struct.unpack(self.typecode, struct.pack(self.typecode, value))[0]
        if not hasattr(value, "__index__"):
            raise TypeError("%r object cannot be interpreted as an integer" % type(value).__name__)
        try:
            struct.pack(self.typecode, value)
        except struct.error as problem:
            raise OverflowError(str(problem)) from None
        return value.__index__()

    def append(self, x):
        list.append(self, self._checked(x))

    def extend(self, iterable):
        list.extend(self, [self._checked(x) for x in iterable])

    def insert(self, i, x):
        list.insert(self, i, self._checked(x))

    def __setitem__(self, index, value):
        list.__setitem__(self, index, [self._checked(x) for x in value] if isinstance(index, slice)
                         else self._checked(value))

    def __getitem__(self, index):
        found = list.__getitem__(self, index)
        return array(self.typecode, found) if isinstance(index, slice) else found

    def __add__(self, other):
        return array(self.typecode, list.__add__(self, list(other)))

    def __mul__(self, count):
        return array(self.typecode, list.__mul__(self, count))

    def tolist(self):
        return list(self)

    fromlist = extend

    def tobytes(self):
        if self.typecode == "u":
            return "".join(self).encode("utf-32-le")
        return struct.pack("%d%s" % (len(self), self.typecode), *self)

    def frombytes(self, buffer):
        if len(buffer) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        list.extend(self, struct.unpack("%d%s" % (len(buffer) // self.itemsize, self.typecode), buffer))

    def tounicode(self):
        return "".join(self)

    def __repr__(self):
        if not self:
            return "array(%r)" % self.typecode
        return "array(%r, %s)" % (self.typecode, repr("".join(self)) if self.typecode == "u" else list.__repr__(self))


ArrayType = array
