import ctypes
ctypes.CDLL("libc.so.6")
# expect refusal: ctypes.CDLL() calls native code, which is not open to migration scripts
