"""The names of sys that few scripts ask for: the module takes them from here when one does."""

import types as _types

import _closed

hexversion = 0x030B00F0
api_version = 1013
copyright = ""
maxunicode = 0x10FFFF
float_repr_style = "short"
base_prefix = exec_prefix = base_exec_prefix = prefix = ""
pycache_prefix = None
dont_write_bytecode = True
warnoptions = []
meta_path = []
path_hooks = []
path_importer_cache = {}
builtin_module_names = ("builtins", "sys")
orig_argv = []
tracebacklimit = 1000
ps1, ps2 = ">>> ", "... "

implementation = _types.SimpleNamespace(name="cpython", cache_tag="cpython-311", hexversion=hexversion,
                                        version=(3, 11, 0, "final", 0))
flags = _types.SimpleNamespace(debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0,
                               no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0,
                               hash_randomization=0, isolated=0, dev_mode=False, utf8_mode=1, safe_path=False)
float_info = _types.SimpleNamespace(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
                                    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
                                    epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _types.SimpleNamespace(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                                  str_digits_check_threshold=640)
hash_info = _types.SimpleNamespace(width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003)


class _ClosedInput:
    """Nobody types while migrations run: the input has ended."""

    encoding = "utf-8"
    closed = False

    def read(self, size=-1):
        return ""

    readline = read

    def readlines(self):
        return []

    def isatty(self):
        return False

    def fileno(self):
        return 0

    def __iter__(self):
        return iter(())


stdin = __stdin__ = _ClosedInput()


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    """The limit of a run is set in its configuration."""
    if not isinstance(limit, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(limit).__name__)
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


def getswitchinterval():
    return 0.005


def setswitchinterval(interval):
    pass


def intern(string):
    if not isinstance(string, str):
        raise TypeError("intern() argument must be str, not " + type(string).__name__)
    return string


def gettrace():
    return None


def getprofile():
    return None


def is_finalizing():
    return False


def audit(event, *args):
    pass


def get_asyncgen_hooks():
    return _types.SimpleNamespace(firstiter=None, finalizer=None)


def exception():
    import sys

    return sys.exc_info()[1]


def displayhook(value):
    if value is not None:
        print(repr(value))


def excepthook(kind, value, traceback):
    import sys
    from traceback import print_exception

    print_exception(kind, value, traceback, file=sys.stderr)


__excepthook__ = excepthook
__displayhook__ = displayhook


def unraisablehook(unraisable):
    pass


_NAMES = ("settrace", "setprofile", "getsizeof", "getrefcount", "_getframe", "_current_frames", "addaudithook",
          "set_asyncgen_hooks", "breakpointhook", "call_tracing", "setdlopenflags", "getdlopenflags")


def _close():
    """sys._getframe() and its like are refused by those names."""
    for name in _NAMES:
        globals()[name] = _closed.function("sys." + name)


_close()
