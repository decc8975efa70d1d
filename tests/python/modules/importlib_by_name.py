import importlib
import importlib.util
import os
import sys
from importlib import import_module, metadata, resources
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "packages")
sys.path.insert(0, folder)
shop = importlib.import_module("shop")
print(shop.NAME, shop.__name__, shop.models.Item.__module__, import_module("shop.parts.wheel").X, import_module(".models", "shop") is shop.models, sys.modules["shop"] is shop)
print(importlib.util.find_spec("shop.models").name, os.path.basename(importlib.util.find_spec("shop.models").origin), importlib.util.find_spec("nothing_here_at_all"), importlib.util.find_spec("os") is not None)
print(importlib.util.find_spec("shop").submodule_search_locations == [os.path.join(folder, "shop")], importlib.util.resolve_name("..x", "a.b"), importlib.util.resolve_name(".x", "a.b"))
spec = importlib.util.spec_from_file_location("loose", os.path.join(os.path.dirname(folder), "data", "b.py"))
module = importlib.util.module_from_spec(spec)
print(module.__name__, hasattr(module, "x"), "loose" in sys.modules)
spec.loader.exec_module(module)
print(module.x, os.path.basename(module.__file__), spec.loader.name)
print(resources.files("shop").joinpath("notes.txt").read_text().strip(), resources.read_text("shop", "notes.txt").strip(), resources.is_resource("shop", "nope"))
with resources.as_file(resources.files("shop") / "notes.txt") as path:
    print(path.name)
print(importlib.reload(shop.models) is shop.models, importlib.invalidate_caches())
for work in (lambda: import_module("shop.nothing"), lambda: import_module(".x"), lambda: metadata.version("no-such-package-here"), lambda: import_module("shop.models.deeper")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: shop shop shop.models 5 True True
# expect: shop.models models.py None True
# expect: True a.x a.b.x
# expect: loose False False
# expect: 1 b.py loose
# expect: some text some text False
# expect: notes.txt
# expect: True None
# expect: ModuleNotFoundError No module named 'shop.nothing'
# expect: TypeError the 'package' argument is required to perform a relative import for '.x'
# expect: PackageNotFoundError No package metadata was found for no-such-package-here
# expect: ModuleNotFoundError No module named 'shop.models.deeper'; 'shop.models' is not a package
