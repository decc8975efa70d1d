# Methods chosen by the type of their argument; unions of new types.
import functools
import typing

Name = typing.TypeVar("Name")
alias = typing.NewType("alias", str)
print(typing.Optional[alias] == typing.Union[alias, None])  # expect: True


class Shapes:
    @functools.singledispatchmethod
    def draw(self, what):
        return "something"

    @draw.register
    def _(self, what: int):
        return "a number"

    @draw.register(str)
    def _(self, what):
        return "a text"


print(Shapes().draw(1), Shapes().draw("x"), Shapes().draw([]))  # expect: a number a text something
