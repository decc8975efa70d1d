# The rare names of sys, and classes of standard modules that are subscripted.
import collections
import os
import re
import sys
import typing

print(sys.getdefaultencoding(), sys.maxunicode, sys.implementation.name, sys.float_info.max, sys.intern("a"), sys.gettrace())
# expect: utf-8 1114111 cpython 1.7976931348623157e+308 a None
print(sys.float_info.epsilon, sys.hash_info.modulus, sys.getfilesystemencoding(), hasattr(sys, "no_such_name"))
# expect: 2.220446049250313e-16 2305843009213693951 utf-8 False
for wrong in (lambda: sys.setrecursionlimit(0), lambda: sys.intern(1), lambda: sys.no_such_name):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError recursion limit must be greater or equal than 1
        # expect: TypeError intern() argument must be str, not int
        # expect: AttributeError module 'sys' has no attribute 'no_such_name'
print(re.Match[str], re.Pattern[bytes], typing.IO[bytes], collections.deque[int], os.PathLike[str])
# expect: re.Match[str] re.Pattern[bytes] typing.IO[bytes] collections.deque[int] os.PathLike[str]
print(len(os.urandom(5)), type(os.urandom(1)), os.getpid() > 0)
# expect: 5 <class 'bytes'> True
try:
    int[str]
except TypeError as error:
    print(error)
    # expect: type 'int' is not subscriptable
