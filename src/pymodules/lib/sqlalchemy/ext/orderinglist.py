"""Lists whose items know their places."""


class OrderingList(list):
    def __init__(self, ordering_attr=None, ordering_func=None, reorder_on_append=False):
        list.__init__(self)
        self.ordering_attr = ordering_attr
        self.ordering_func = ordering_func or (lambda index, collection: index)
        self.reorder_on_append = reorder_on_append

    def reorder(self):
        for index, entity in enumerate(self):
            setattr(entity, self.ordering_attr, self.ordering_func(index, self))

    def append(self, entity):
        list.append(self, entity)
        if getattr(entity, self.ordering_attr, None) is None or self.reorder_on_append:
            setattr(entity, self.ordering_attr, self.ordering_func(len(self) - 1, self))

    def insert(self, index, entity):
        list.insert(self, index, entity)
        self.reorder()

    def remove(self, entity):
        list.remove(self, entity)
        self.reorder()

    def pop(self, index=-1):
        entity = list.pop(self, index)
        self.reorder()
        return entity

    def __setitem__(self, index, entity):
        list.__setitem__(self, index, entity)
        self.reorder()

    def __delitem__(self, index):
        list.__delitem__(self, index)
        self.reorder()


def count_from_0(index, collection):
    return index


def count_from_1(index, collection):
    return index + 1


def count_from_n_factory(start):
    return lambda index, collection: index + start


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    if count_from is not None and ordering_func is None:
        ordering_func = count_from_n_factory(count_from)
    return lambda: OrderingList(attr, ordering_func, reorder_on_append)
