print(__name__, os.path.basename(__file__) if False else __file__.rsplit("/", 1)[-1])
# expect: __main__ names_of_module.py
import shop
print(shop.__file__.rsplit("/", 2)[-2:], shop.__path__[0].rsplit("/", 1)[-1])
# expect: ['shop', '__init__.py'] shop
