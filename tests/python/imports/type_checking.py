from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import not_there.at_all
print(TYPE_CHECKING)  # expect: False
