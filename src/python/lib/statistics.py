"""Means and spreads."""


class StatisticsError(ValueError):
    pass


def _data(data, name, least=1):
    values = list(data)
    if len(values) < least:
        raise StatisticsError("%s requires at least %s" % (
            name, {1: "one data point", 2: "two data points"}[least]))
    return values


def _is_float(values):
    return any(isinstance(value, float) for value in values)


def _ratio(value):
    return value.as_integer_ratio()


def _exact_sum(values):
    """(numerator, denominator)"""
    top, bottom = 0, 1
    for value in values:
        numerator, denominator = _ratio(value)
        top, bottom = top * denominator + numerator * bottom, bottom * denominator
        if bottom > 1 << 2000:
            top, bottom = _reduced(top, bottom)
    return _reduced(top, bottom)


def _reduced(top, bottom):
    one, two = abs(top), bottom
    while two:
        one, two = two, one % two
    return (top // one, bottom // one) if one else (0, 1)


def _converted(top, bottom, values):
    """A quotient as a number of the data's kind."""
    kind = type(values[0])
    if kind.__name__ == "Decimal":
        return kind(top) / kind(bottom)
    if not _is_float(values) and top % bottom == 0:
        return top // bottom
    return top / bottom


def mean(data):
    values = _data(data, "mean")
    top, bottom = _exact_sum(values)
    return _converted(top, bottom * len(values), values)


def fmean(data, weights=None):
    values = [float(value) for value in data]
    if not values:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        top, bottom = _exact_sum(values)
        return top / bottom / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    total = sum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return sum(value * weight for value, weight in zip(values, weights)) / total


def geometric_mean(data):
    import math

    values = [float(value) for value in data]
    if not values or min(values) <= 0:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return math.exp(fmean([math.log(value) for value in values]))


def harmonic_mean(data, weights=None):
    values = _data(data, "harmonic_mean")
    weights = [1] * len(values) if weights is None else list(weights)
    if min(values) < 0:
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in values:
        return 0
    return sum(weights) / sum(weight / value for weight, value in zip(weights, values))


def median(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    return next(value for value, count in counts.items() if count == most)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(values, center):
    """The exact sum of squared distances from the mean, or from `center`."""
    count = len(values)
    if center is None:
        top, bottom = _exact_sum(values)
        bottom *= count
    else:
        top, bottom = _ratio(center)
    total_top, total_bottom = 0, 1
    for value in values:
        numerator, denominator = _ratio(value)
        distance = numerator * bottom - top * denominator
        scale = denominator * bottom
        total_top, total_bottom = _reduced(total_top * scale * scale + distance * distance * total_bottom,
                                           total_bottom * scale * scale)
    return total_top, total_bottom


def variance(data, xbar=None):
    values = _data(data, "variance", 2)
    top, bottom = _squares(values, xbar)
    return _converted(top, bottom * (len(values) - 1), values)


def pvariance(data, mu=None):
    values = _data(data, "pvariance")
    top, bottom = _squares(values, mu)
    return _converted(top, bottom * len(values), values)


def _root(number):
    return number.sqrt() if hasattr(number, "sqrt") else number ** 0.5


def stdev(data, xbar=None):
    values = _data(data, "stdev", 2)
    return _root(variance(values, xbar))


def pstdev(data, mu=None):
    values = _data(data, "pstdev")
    return _root(pvariance(values, mu))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    size = len(values)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            at, delta = divmod(i * (size - 1), n)
            result.append((values[at] * (n - delta) + values[at + 1] * delta) / n)
        elif method == "exclusive":
            at = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - at * n
            result.append((values[at - 1] * (n - delta) + values[at] * delta) / n)
        else:
            raise ValueError("Unknown method: %r" % (method,))
    return result
