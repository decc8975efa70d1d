from enum import Enum
class Planet(Enum):
    EARTH = (1, "blue")
    MARS = (2, "red")
    def __init__(self, n, color):
        self.n = n
        self.color = color
    @property
    def upper(self): return self.color.upper()
    @classmethod
    def first(cls): return cls.EARTH
print(Planet.MARS.color, Planet.EARTH.upper, Planet.first().n, Planet.MARS.value)
# expect: red BLUE 1 (2, 'red')
