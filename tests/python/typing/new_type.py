from typing import NewType
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__)  # expect: 5 UserId
