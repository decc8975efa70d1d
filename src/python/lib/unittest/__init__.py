"""Tests."""

import _closed

_closed.close_classes(globals(), "TestCase", "TestSuite", "TestLoader", "TextTestRunner")
_closed.close(globals(), "main", "skip", "skipIf", "skipUnless")
