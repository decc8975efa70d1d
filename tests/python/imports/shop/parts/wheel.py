class Wheel:
    size = 3
