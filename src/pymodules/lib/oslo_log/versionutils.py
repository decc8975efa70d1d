"""What says that something is old."""

AUSTIN = "A"


def deprecated(as_of=None, in_favor_of=None, remove_in=2, what=None):
    return lambda function_or_class: function_or_class


def report_deprecated_feature(logger, msg, *args, **kwargs):
    logger.warning(msg, *args)


def register_options():
    pass
