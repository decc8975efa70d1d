"""YAML as settings are written in it: mappings and sequences, in blocks and in brackets, all kinds of scalars, anchors,
merged mappings. Tags of Python objects are refused."""

from yaml._reader import Reader, YAMLError
from yaml._writer import dump_node


class BaseLoader:
    @classmethod
    def add_constructor(cls, tag, constructor):
        """Tags stay refused."""

    add_multi_constructor = add_implicit_resolver = add_constructor


class SafeLoader(BaseLoader):
    pass


class Loader(SafeLoader):
    pass


FullLoader = UnsafeLoader = CLoader = CSafeLoader = CFullLoader = Loader


class SafeDumper:
    @classmethod
    def add_representer(cls, data_type, representer):
        """What is written is plain."""

    add_multi_representer = add_representer


class Dumper(SafeDumper):
    pass


CDumper = CSafeDumper = Dumper


def add_constructor(tag, constructor, Loader=None):
    """Tags stay refused."""


def add_representer(data_type, representer, Dumper=None):
    """What is written is plain."""


add_multi_constructor, add_multi_representer = add_constructor, add_representer


def _text(stream):
    text = stream.read() if hasattr(stream, "read") else stream
    return text.decode("utf-8-sig") if isinstance(text, (bytes, bytearray)) else text.lstrip("\ufeff")


def load_all(stream, Loader=SafeLoader):
    return iter(Reader(_text(stream)).documents())


def load(stream, Loader=SafeLoader):
    documents = Reader(_text(stream)).documents()
    if len(documents) > 1:
        raise YAMLError("expected a single document in the stream")
    return documents[0] if documents else None


def safe_load(stream):
    return load(stream)


def safe_load_all(stream):
    return load_all(stream)


full_load = unsafe_load = safe_load


def dump(data, stream=None, Dumper=Dumper, default_flow_style=False, sort_keys=True, indent=2, **options):
    text = dump_node(data, sort_keys, bool(default_flow_style), indent)
    if stream is None:
        return text
    stream.write(text)


def safe_dump(data, stream=None, **options):
    return dump(data, stream, **options)
