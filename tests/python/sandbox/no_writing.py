import os
open(os.path.join("/tmp", "x"), "w")
# expect refusal: open() with mode 'w' is not open to migration scripts
