"""Collections by key."""


class MappedCollection(dict):
    def __init__(self, keyfunc=None, **options):
        dict.__init__(self)
        self.keyfunc = keyfunc

    def set(self, value):
        self[self.keyfunc(value)] = value

    def remove(self, value):
        del self[self.keyfunc(value)]


KeyFuncDict = MappedCollection


def keyfunc_mapping(keyfunc, **options):
    return lambda: MappedCollection(keyfunc)


mapped_collection = keyfunc_mapping


def attribute_keyed_dict(attr_name, **options):
    return lambda: MappedCollection(lambda item: getattr(item, attr_name))


attribute_mapped_collection = attribute_keyed_dict


def column_keyed_dict(column, **options):
    return lambda: MappedCollection(lambda item: getattr(item, column.key))


column_mapped_collection = column_keyed_dict


class collection:
    """Marks of methods of a project's own collection classes."""

    @staticmethod
    def appender(function):
        return function

    remover = iterator = converter = internally_instrumented = appender


class InstrumentedList(list):
    pass


class InstrumentedSet(set):
    pass


class InstrumentedDict(dict):
    pass
