import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "shop"))
import names
print(names.BRAND)  # expect: Acme
