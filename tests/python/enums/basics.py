from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = "g"
    def describe(self): return self.name.lower()
print(Color.RED, repr(Color.GREEN), Color.RED.name, Color.GREEN.value, Color(1), Color["GREEN"], list(Color))
# expect: Color.RED <Color.GREEN: 'g'> RED g Color.RED Color.GREEN [<Color.RED: 1>, <Color.GREEN: 'g'>]
print(Color.RED.describe(), Color.RED is Color(1), Color.RED == 1, len(Color), Color.RED in Color, isinstance(Color.RED, Color))
# expect: red True False 2 True True
try:
    Color(9)
except ValueError as e:
    print(e)
# expect: 9 is not a valid Color
try:
    Color["X"]
except KeyError as e:
    print(repr(e))
# expect: KeyError('X')
print(type(Color.__members__).__name__, len(Color.__members__) > 1)  # expect: mappingproxy True
