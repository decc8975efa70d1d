"""Exceptions that are seen and go on."""


class save_and_reraise_exception:
    """`with` in an except: what is done there does not hide the exception, unless `reraise` is made False."""

    def __init__(self, reraise=True, logger=None):
        self.reraise = reraise
        self.value = None

    def __enter__(self):
        import sys

        self.value = sys.exc_info()[1]
        return self

    def __exit__(self, kind, value, trace):
        if kind is None and self.reraise and self.value is not None:
            raise self.value
        return False

    def force_reraise(self):
        raise self.value
