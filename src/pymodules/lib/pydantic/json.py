"""What pydantic 1 offered for json.dumps()."""

from pydantic._writing import plain


def pydantic_encoder(obj):
    import dataclasses

    if dataclasses.is_dataclass(obj):
        return dataclasses.asdict(obj)
    made = plain(obj, {"mode": "json"})
    if type(made) is str and not isinstance(obj, (str, bytes)) and type(obj).__module__ not in (
            "datetime", "uuid", "decimal", "pathlib") and not hasattr(obj, "value"):
        raise TypeError("Object of type '%s' is not JSON serializable" % type(obj).__name__)
    return made
