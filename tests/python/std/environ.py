# os.environ is a mapping whose methods take their arguments by name, too.
import os

os.environ["LEVEL"] = "3"
print(os.environ.get("LEVEL"), os.environ.get("NO_SUCH", default="0"), os.environ.get(key="NO_SUCH"))
# expect: 3 0 None
print(os.environ.pop("LEVEL", default=None), os.environ.pop("LEVEL", default="gone"), os.environ.pop("LEVEL", None))
# expect: 3 gone None
print(os.environ.setdefault("LEVEL", "5"), os.environ.setdefault("LEVEL", "6"), os.getenv(key="LEVEL", default="7"))
# expect: 5 5 5
try:
    os.environ.pop("NO_SUCH")
except KeyError as error:
    print(repr(error))  # expect: KeyError('NO_SUCH')
