import plain_folder.inner.leaf
from plain_folder.inner import leaf
print(leaf.deep, plain_folder.inner.leaf is leaf)  # expect: found True
