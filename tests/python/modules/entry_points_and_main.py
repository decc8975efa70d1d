# An entry point tells what it loads; the program itself is a module.
import sys
from importlib.metadata import EntryPoint, entry_points

point = EntryPoint(name="dump", value="json:JSONEncoder.encode", group="tools")
print(point)  # expect: EntryPoint(name='dump', value='json:JSONEncoder.encode', group='tools')
print(point.module, point.attr, point.load().__name__)  # expect: json JSONEncoder.encode encode
print(point == EntryPoint("dump", "json:JSONEncoder.encode", "tools"))  # expect: True
print(EntryPoint("json", "json", "tools").load().__name__)  # expect: json
print(len(entry_points(group="no such group")))  # expect: 0
print(sys.modules["__main__"].__name__, (sys.modules["__main__"].__package__ or "").lower() == "mindsdb")  # expect: __main__ False
