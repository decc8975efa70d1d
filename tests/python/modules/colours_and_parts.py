# Colours between their systems; parts of modules that nobody imported by name.
import collections
import colorsys
import copy
import json

print([round(c, 3) for c in colorsys.hsv_to_rgb(0.6, 0.5, 0.9)])  # expect: [0.45, 0.63, 0.9]
print([round(c, 3) for c in colorsys.rgb_to_hsv(0.45, 0.63, 0.9)])  # expect: [0.6, 0.5, 0.9]
print([round(c, 3) for c in colorsys.rgb_to_hls(0.2, 0.4, 0.4)])  # expect: [0.5, 0.3, 0.333]
print([round(c, 3) for c in colorsys.hls_to_rgb(0.5, 0.3, 1 / 3)])  # expect: [0.2, 0.4, 0.4]
print(colorsys.hsv_to_rgb(0.1, 0, 0.25), isinstance([], collections.abc.Sequence))  # expect: (0.25, 0.25, 0.25) True
print(json.encoder.JSONEncoder(sort_keys=True).encode({"b": 1, "a": 2}))  # expect: {"a": 2, "b": 1}
print(copy.deepcopy([list[int], int | None]))  # expect: [list[int], int | None]
