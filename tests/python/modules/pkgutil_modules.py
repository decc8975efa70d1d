import os
import pkgutil
import sys
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "packages")
sys.path.insert(0, folder)
import shop
# expect: [('models', False), ('parts', True)] ['shop.models', 'shop.parts']
print([(m.name, m.ispkg) for m in pkgutil.iter_modules(shop.__path__)], [name for _, name, _ in pkgutil.iter_modules(shop.__path__, "shop.")])
# expect: ['shop.models', 'shop.parts', 'shop.parts.wheel'] ['shop', 'shop.models', 'shop.parts', 'shop.parts.wheel']
print([m.name for m in pkgutil.walk_packages(shop.__path__, prefix="shop.")], [m.name for m in pkgutil.walk_packages([folder]) if m.name.startswith("sh")])
for info in pkgutil.iter_modules([os.path.join(folder, "shop", "parts")]):
    # expect: wheel True False
    print(info.name, info.module_finder.path == os.path.join(folder, "shop", "parts"), info.ispkg)
# expect: b'some text\n' True True
print(pkgutil.get_data("shop", "notes.txt"), pkgutil.resolve_name("shop.models:Item") is shop.models.Item, pkgutil.resolve_name("os.path.join") is os.path.join)
try:
    list(pkgutil.iter_modules("x"))
except ValueError as error:
    print(error)  # expect: path must be None or list of paths to look for modules in
