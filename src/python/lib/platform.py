"""What a script may know of the machine."""

from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine")


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return ""


def version():
    return ""


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-x86_64"


def uname():
    return uname_result(system(), node(), release(), version(), machine())


def python_version():
    return "3.11.0"


def python_version_tuple():
    return ("3", "11", "0")


def python_implementation():
    return "Limbeck"


def python_compiler():
    return ""


def python_build():
    return ("", "")


def mac_ver():
    return ("", ("", "", ""), "")


def win32_ver():
    return ("", "", "", "")
