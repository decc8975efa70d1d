"""Progress that nobody watches: what is walked through is walked through."""


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, **options):
        self._iterable = iterable
        self.desc = desc
        self.total = total
        self.n = 0

    def __iter__(self):
        for item in self._iterable:
            yield item
            self.n += 1

    def __len__(self):
        return self.total if self.total is not None else len(self._iterable)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return False

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc

    def _nothing(self, *args, **kwargs):
        pass

    set_postfix = set_postfix_str = set_description_str = refresh = reset = close = clear = _nothing

    @classmethod
    def write(cls, text, **options):
        print(text)


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
