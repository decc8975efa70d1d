import sys, types
made = types.ModuleType("made_up")
made.value = 3
sys.modules["made_up"] = made
import made_up
from made_up import value
print(made_up.value, value)  # expect: 3 3
