"""Colours between their systems, each part from 0 to 1."""


def rgb_to_yiq(r, g, b):
    y = 0.30 * r + 0.59 * g + 0.11 * b
    return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)


def _hue(r, g, b, high, span):
    if r == high:
        sixth = (g - b) / span
    elif g == high:
        sixth = 2.0 + (b - r) / span
    else:
        sixth = 4.0 + (r - g) / span
    return (sixth / 6.0) % 1.0


def rgb_to_hsv(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    if high == low:
        return 0.0, 0.0, high
    return _hue(r, g, b, high, high - low), (high - low) / high, high


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    sixth = int(h * 6.0)
    rest = h * 6.0 - sixth
    low, falling, rising = v * (1.0 - s), v * (1.0 - s * rest), v * (1.0 - s * (1.0 - rest))
    return ((v, rising, low), (falling, v, low), (low, v, rising), (low, falling, v), (rising, low, v),
            (v, low, falling))[sixth % 6]


def rgb_to_hls(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    lightness = (high + low) / 2.0
    if high == low:
        return 0.0, lightness, 0.0
    span = high - low
    saturation = span / (high + low) if lightness <= 0.5 else span / (2.0 - high - low)
    return _hue(r, g, b, high, span), lightness, saturation


def _part(low, high, hue):
    hue %= 1.0
    if hue < 1.0 / 6.0:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    return low + (high - low) * (2.0 / 3.0 - hue) * 6.0 if hue < 2.0 / 3.0 else low


def hls_to_rgb(h, l, s):
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high
    return _part(low, high, h + 1.0 / 3.0), _part(low, high, h), _part(low, high, h - 1.0 / 3.0)
