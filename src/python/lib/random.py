"""Random numbers: the same as CPython's for the same seed."""

from _random import Random as _Generator
from _random import entropy as _entropy
from math import acos as _acos
from math import ceil as _ceil
from math import cos as _cos
from math import exp as _exp
from math import floor as _floor
from math import log as _log
from math import pi as _pi
from math import sin as _sin
from math import sqrt as _sqrt

_NORMAL = 4 * _exp(-0.5) / _sqrt(2.0)
_GAMMA = 1.0 + _log(4.5)


def _bisect(sums, wanted, low, high):
    """The first place between low and high whose sum is more."""
    while low < high:
        middle = (low + high) // 2
        if wanted < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


class Random(_Generator):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            a = int.from_bytes(_entropy(64), "big")
        elif isinstance(a, (str, bytes, bytearray)):
            if version != 2:
                raise NotImplementedError("random.seed(..., version=1) of a str")
            from hashlib import sha512

            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(bytes(a) + sha512(a).digest(), "big")
        elif not isinstance(a, (int, float)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self._seed(abs(a) if isinstance(a, int) else abs(hash(a)))
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, self._getstate(), self.gauss_next

    def setstate(self, state):
        if state[0] != self.VERSION:
            raise ValueError("state with version " + str(state[0]) + " passed to Random.setstate() of version 3")
        self._setstate(state[1])
        self.gauss_next = state[2]

    # Integers

    def _randbelow(self, n):
        bits = n.bit_length()
        found = self.getrandbits(bits)
        while found >= n:
            found = self.getrandbits(bits)
        return found

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(start)
        width = stop - start
        if step == 1:
            if width <= 0:
                raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
            return start + self._randbelow(width)
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = (width + step - (1 if step > 0 else -1)) // step
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    # Sequences

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for last in range(len(x) - 1, 0, -1):
            other = self._randbelow(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            return self._sample_counted(population, k, list(counts))
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        small = 21
        if k > 5:
            small += 4 ** _ceil(_log(k * 3) / _log(4))
        picked = []
        if n <= small:
            pool = list(population)
            for taken in range(k):
                place = self._randbelow(n - taken)
                picked.append(pool[place])
                pool[place] = pool[n - taken - 1]
            return picked
        places = set()
        for _ in range(k):
            place = self._randbelow(n)
            while place in places:
                place = self._randbelow(n)
            places.add(place)
            picked.append(population[place])
        return picked

    def _sample_counted(self, population, k, counts):
        if len(counts) != len(population):
            raise ValueError("The number of counts does not match the population")
        sums, total = [], 0
        for count in counts:
            total += count
            sums.append(total)
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[_bisect(sums, place, 0, len(sums))] for place in self.sample(range(total), k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * (n + 0.0))] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError("The number of choices must be a keyword argument: k=" + str(weights))
            cum_weights, total = [], 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    # Floats

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        found = self.random()
        if high == low:
            return low
        middle = 0.5 if mode is None else (mode - low) / (high - low)
        if found > middle:
            found, middle = 1.0 - found, 1.0 - middle
            low, high = high, low
        return low + (high - low) * _sqrt(found * middle)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            one = self.random()
            two = 1.0 - self.random()
            found = _NORMAL * (one - 0.5) / two
            if found * found / 4.0 <= -_log(two):
                return mu + found * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        found, self.gauss_next = self.gauss_next, None
        if found is None:
            angle = self.random() * (2.0 * _pi)
            length = _sqrt(-2.0 * _log(1.0 - self.random()))
            found = _cos(angle) * length
            self.gauss_next = _sin(angle) * length
        return mu + found * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            return self._gamma_above_one(alpha) * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        while True:
            bound = (_exp(1.0) + alpha) / _exp(1.0)
            point = bound * self.random()
            found = point ** (1.0 / alpha) if point <= 1.0 else -_log((bound - point) / alpha)
            test = self.random()
            if point > 1.0:
                if test <= found ** (alpha - 1.0):
                    return found * beta
            elif test <= _exp(-found):
                return found * beta

    def _gamma_above_one(self, alpha):
        root = _sqrt(2.0 * alpha - 1.0)
        shift = alpha - _log(4.0)
        scale = alpha + root
        while True:
            one = self.random()
            if not 1e-7 < one < 0.9999999:
                continue
            two = 1.0 - self.random()
            power = _log(one / (1.0 - one)) / root
            found = alpha * _exp(power)
            square = one * one * two
            rest = shift + scale * power - found
            if rest + _GAMMA - 4.5 * square >= 0.0 or rest >= _log(square):
                return found

    def betavariate(self, alpha, beta):
        found = self.gammavariate(alpha, 1.0)
        return found / (found + self.gammavariate(beta, 1.0)) if found else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return 2.0 * _pi * self.random()
        half = 0.5 / kappa
        r = half + _sqrt(1.0 + half * half)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        angle = _acos((q + z) / (1.0 + q * z))
        return (mu + angle if self.random() > 0.5 else mu - angle) % (2.0 * _pi)


class SystemRandom(Random):
    """Numbers that nobody can guess; they have no seed and no state."""

    def random(self):
        return (int.from_bytes(_entropy(7), "big") >> 3) * 2.0**-53

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(_entropy(size), "big") >> (size * 8 - k)

    def randbytes(self, n):
        return _entropy(n)

    def seed(self, *args, **kwds):
        self.gauss_next = None

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_instance = Random()
seed = _instance.seed
random = _instance.random
uniform = _instance.uniform
triangular = _instance.triangular
randint = _instance.randint
choice = _instance.choice
randrange = _instance.randrange
sample = _instance.sample
shuffle = _instance.shuffle
choices = _instance.choices
normalvariate = _instance.normalvariate
lognormvariate = _instance.lognormvariate
expovariate = _instance.expovariate
vonmisesvariate = _instance.vonmisesvariate
gammavariate = _instance.gammavariate
gauss = _instance.gauss
betavariate = _instance.betavariate
paretovariate = _instance.paretovariate
weibullvariate = _instance.weibullvariate
getstate = _instance.getstate
setstate = _instance.setstate
getrandbits = _instance.getrandbits
randbytes = _instance.randbytes
