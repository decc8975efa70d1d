"""Files in memory, and the names of files' classes."""

from _runtime import UnsupportedOperation

__all__ = ["BytesIO", "StringIO", "TextIOWrapper", "open", "IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
open = open


def text_encoding(encoding, stacklevel=2):
    return encoding or "locale"


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self._check_open()

    def readable(self):
        self._check_open()
        return False

    def writable(self):
        self._check_open()
        return False

    def seekable(self):
        self._check_open()
        return False

    def isatty(self):
        self._check_open()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def detach(self):
        raise UnsupportedOperation("detach")


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class _InMemory:
    """What StringIO and BytesIO share: `_content` from `_position` on."""

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check_open()
        return self._content

    def tell(self):
        self._check_open()
        return self._position

    def read(self, size=-1):
        self._check_open()
        start = self._position
        end = len(self._content) if size is None or size < 0 else start + size
        piece = self._content[start:end]
        self._position = start + len(piece)
        return piece

    def readline(self, size=-1):
        self._check_open()
        at = self._content.find(self._newline, self._position)
        end = len(self._content) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        piece = self._content[self._position:end]
        self._position += len(piece)
        return piece

    def truncate(self, pos=None):
        self._check_open()
        size = self._position if pos is None else pos
        if size < 0:
            raise ValueError("Negative size value %d" % size)
        self._content = self._content[:size]
        return size

    def _put(self, data, filler):
        position = self._position
        if position == len(self._content):
            self._content += data
        else:
            before = self._content[:position]
            self._content = before + filler * (position - len(before)) + data + self._content[position + len(data):]
        self._position = position + len(data)
        return len(data)


class StringIO(_InMemory, TextIOBase):
    _newline = "\n"

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self._translates = newline is None
        self._content = self._translated(initial_value or "")
        self._position = 0

    def _translated(self, text):
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._translates else text

    def write(self, s):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got " + repr(type(s).__name__))
        self._put(self._translated(s), "\0")
        return len(s)

    def seek(self, pos, whence=0):
        self._check_open()
        if whence == 0 and pos < 0:
            raise ValueError("Negative seek position %d" % pos)
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._position = pos if whence == 0 else self._position if whence == 1 else len(self._content)
        return self._position


class BytesIO(_InMemory, BufferedIOBase):
    _newline = b"\n"

    def __init__(self, initial_bytes=b""):
        self._content = bytes(initial_bytes or b"")
        self._position = 0

    def write(self, b):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b), b"\0")

    def seek(self, pos, whence=0):
        self._check_open()
        if whence == 0 and pos < 0:
            raise ValueError("negative seek value %d" % pos)
        start = 0 if whence == 0 else self._position if whence == 1 else len(self._content)
        self._position = max(0, start + pos)
        return self._position

    def getbuffer(self):
        return bytearray(self._content)

    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, b):
        piece = self.read(len(b))
        b[:len(piece)] = piece
        return len(piece)


class TextIOWrapper(TextIOBase):
    """The text of a binary file."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self._newline_mode = newline
        self._text = None

    def _reader(self):
        self._check_open()
        if self._text is None:
            text = self.buffer.read().decode(self.encoding, self.errors)
            self._text = StringIO(text, None if self._newline_mode is None else "\n")
        return self._text

    def read(self, size=-1):
        return self._reader().read(size)

    def readline(self, size=-1):
        return self._reader().readline(size)

    def write(self, s):
        self._check_open()
        self.buffer.write(s.encode(self.encoding, self.errors))
        return len(s)

    def seek(self, pos, whence=0):
        self._text = None
        return self.buffer.seek(pos, whence)

    def tell(self):
        return self.buffer.tell()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def detach(self):
        return self.buffer

    def close(self):
        self.closed = True
        self.buffer.close()

    @property
    def name(self):
        return self.buffer.name
