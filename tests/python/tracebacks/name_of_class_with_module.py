import traceback, dataclasses
try:
    d = dataclasses.dataclass(frozen=True)(type("D", (), {"__annotations__": {"x": int}}))(1)
    d.x = 2
except Exception as e:
    print(traceback.format_exception_only(type(e), e))
# expect: ["dataclasses.FrozenInstanceError: cannot assign to field 'x'\n"]
