"""Iterators about iterators."""


class chain:
    def __init__(self, *iterables):
        self._iterator = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._iterator = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


_NOTHING = object()


def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    total = next(items, _NOTHING) if initial is None else initial
    if total is _NOTHING:
        return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def islice(iterable, *args):
    bounds = slice(*args)
    start = bounds.start or 0
    step = 1 if bounds.step is None else bounds.step
    stop = bounds.stop
    if start < 0 or step < 1 or (stop is not None and stop < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return _sliced(iter(iterable), start, stop, step)


def _sliced(items, start, stop, step):
    position = 0
    wanted = start
    while stop is None or wanted < stop:
        for item in items:
            position += 1
            if position > wanted:
                break
        else:
            return
        yield item
        wanted += step
    while position < stop:
        if next(items, _NOTHING) is _NOTHING:
            return
        position += 1


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


def pairwise(iterable):
    items = iter(iterable)
    before = next(items, _NOTHING)
    for item in items:
        yield before, item
        before = item


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    items = iter(iterable)
    while batch := tuple(islice(items, n)):
        yield batch


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    running = len(iterators)
    while running:
        row = []
        for position, iterator in enumerate(iterators):
            item = fillvalue if iterator is None else next(iterator, _NOTHING)
            if item is _NOTHING:
                iterators[position] = None
                running -= 1
                item = fillvalue
            row.append(item)
        if running:
            yield tuple(row)


def groupby(iterable, key=None):
    group = []
    current = _NOTHING
    for item in iterable:
        value = item if key is None else key(item)
        if current is not _NOTHING and value != current:
            yield current, iter(group)
            group = []
        current = value
        group.append(item)
    if current is not _NOTHING:
        yield current, iter(group)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple(iter(items) for _ in range(n))


def product(*iterables, repeat=1):
    rows = [()]
    for pool in [tuple(iterable) for iterable in iterables] * repeat:
        rows = [row + (item,) for row in rows for item in pool]
    return iter(rows)


def _choose(size, length, allowed):
    """Index tuples in lexicographic order; allowed(prefix, index) decides what may follow a prefix."""
    prefixes = [()]
    for _ in range(length):
        prefixes = [prefix + (index,) for prefix in prefixes for index in range(size) if allowed(prefix, index)]
    return prefixes


def _pick(iterable, r, allowed):
    pool = tuple(iterable)
    length = len(pool) if r is None else r
    return iter([tuple(pool[i] for i in indices) for indices in _choose(len(pool), length, allowed)])


def permutations(iterable, r=None):
    return _pick(iterable, r, lambda prefix, index: index not in prefix)


def combinations(iterable, r):
    return _pick(iterable, r, lambda prefix, index: not prefix or index > prefix[-1])


def combinations_with_replacement(iterable, r):
    return _pick(iterable, r, lambda prefix, index: not prefix or index >= prefix[-1])
