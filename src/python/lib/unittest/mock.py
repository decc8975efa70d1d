"""Doubles for tests, which have no place in migrations: names are here to be imported."""

import _closed

ANY = object()
DEFAULT = object()
sentinel = object()
_closed.close(globals(), "patch", "call", "create_autospec", "mock_open", "seal")
_closed.close_classes(globals(), "Mock", "MagicMock", "AsyncMock", "NonCallableMock", "PropertyMock")
