"""What says that something is old."""

import string

_RELEASES = """AUSTIN BEXAR CACTUS DIABLO ESSEX FOLSOM GRIZZLY HAVANA ICEHOUSE JUNO KILO LIBERTY MITAKA NEWTON OCATA PIKE
QUEENS ROCKY STEIN TRAIN USSURI VICTORIA WALLABY XENA YOGA ZED""".split()


class deprecated:
    """A decorator that changes nothing."""

    def __init__(self, as_of=None, in_favor_of=None, remove_in=2, what=None):
        pass

    def __call__(self, func_or_cls):
        return func_or_cls


for _name, _letter in zip(_RELEASES, string.ascii_uppercase):
    setattr(deprecated, _name, _letter)


def report_deprecated_feature(logger, msg, *args, **kwargs):
    logger.warning(msg, *args)


def register_options():
    pass
