X = 1
import loop.b
Z = loop.b.Y() + 1
