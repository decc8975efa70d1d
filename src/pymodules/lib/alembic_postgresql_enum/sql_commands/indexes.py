"""Indexes on columns of an enum."""


class TableIndex:
    """An index that stands in the way of another type: it is dropped before and made again by its definition."""

    def __init__(self, name, definition):
        self.name = name
        self.definition = definition

    def __repr__(self):
        return "TableIndex(name=%r, definition=%r)" % (self.name, self.definition)
