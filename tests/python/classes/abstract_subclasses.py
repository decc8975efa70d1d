# Whose subclass a class is: answers are remembered, until something is registered.
import abc


class Shape(abc.ABC):
    pass


class Square(Shape):
    pass


class Circle:
    pass


print(isinstance(Square(), Shape), isinstance(Circle(), Shape))  # expect: True False
print(isinstance(Circle(), Shape), isinstance(1, Shape))  # expect: False False
Shape.register(Circle)
print(isinstance(Circle(), Shape), issubclass(Circle, Shape), isinstance(1, Shape))  # expect: True True False


class Round(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if "radius" in vars(other) else NotImplemented


class Ball:
    radius = 1


print(issubclass(Ball, Round), issubclass(Square, Round))  # expect: True False
Square.register(Ball)
print(issubclass(Ball, Shape), isinstance(Ball(), Square))  # expect: True True
print(object.__subclasshook__(int), Shape.__subclasshook__(int))  # expect: NotImplemented NotImplemented


class Named(abc.ABCMeta):
    def __getattr__(cls, name):
        raise AttributeError("nobody asks for " + name)


class Thing(metaclass=Named):
    pass


print(isinstance(1, Thing), isinstance(Thing(), Thing))  # expect: False True
