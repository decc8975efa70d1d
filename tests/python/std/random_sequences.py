# random: a seed gives the same numbers as in CPython.
import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.uniform(1, 10), random.getrandbits(70))
# expect: 0.6394267984578837 4 f 3.4752638653220735 869570991858821387998
print(random.sample(range(100), 5), random.sample("abc", 3), random.sample(range(10**6), 30)[-3:], random.choices([1, 2, 3], k=4))
# expect: [13, 86, 94, 69, 11] ['c', 'b', 'a'] [291369, 163032, 225772] [3, 2, 1, 1]
items = list(range(10))
random.shuffle(items)
print(items, random.randrange(0, 100, 7), random.randrange(5), random.randrange(10, 0, -3), random.randbytes(5))
# expect: [2, 6, 1, 7, 8, 3, 9, 0, 4, 5] 56 2 4 b'\xbfY\xcd\x931'
print(random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(2), random.triangular(1, 3), random.triangular(0, 10, 2))
# expect: -0.08624384633628418 -0.29389977795653216 3.6862083937404657 0.041577761229495074 1.6823355279641097 1.421277097611364
print(random.choices(["a", "b"], weights=[1, 9], k=6), random.choices("ab", cum_weights=[1, 4], k=3), random.sample(["x", "y"], counts=[3, 2], k=4))
# expect: ['b', 'b', 'b', 'b', 'b', 'b'] ['b', 'b', 'b'] ['x', 'y', 'x', 'y']
print(random.lognormvariate(0, 1), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.betavariate(1, 2))
# expect: 1.7195984736138406 9.386195274013268 0.8440778928189219 0.06525350964027879 0.25303495328950415
print(random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
# expect: 2.5970437227775807 1.4458363830364405 6.015852800394511
random.seed("text")
print(random.random())  # expect: 0.8711565613554825
random.seed(b"bytes")
print(random.random())  # expect: 0.37075677971469856
random.seed(-(10**40))
print(random.random())  # expect: 0.34753796566513817
random.seed(0)
print(random.random(), [random.getrandbits(bits) for bits in (0, 1, 31, 32, 33, 64)])
# expect: 0.8444218515250481 [0, 1, 1911784257, 1806341205, 173879092, 9431353882395063546]
state = random.getstate()
one = random.random()
random.setstate(state)
print(random.random() == one, len(state[1]), state[0])  # expect: True 625 3
own = random.Random(7)
print(own.random(), own.randint(0, 9), random.Random(7).random(), isinstance(random.SystemRandom().random(), float), 0 <= random.SystemRandom().randint(0, 5) <= 5)
# expect: 0.32383276483316237 2 0.32383276483316237 True True


class Loaded(random.Random):
    def random(self):
        return 0.5


print(Loaded(1).uniform(0, 10), random.Random().random() != random.Random().random())  # expect: 5.0 True


def error_of(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: random.choice([])))  # expect: IndexError: Cannot choose from an empty sequence
print(error_of(lambda: random.sample([1], 2)))  # expect: ValueError: Sample larger than population or is negative
print(error_of(lambda: random.randint(5, 1)))  # expect: ValueError: empty range for randrange() (5, 2, -3)
print(error_of(lambda: random.sample({1, 2}, 1)))
# expect: TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).
print(error_of(lambda: random.seed([1])))
# expect: TypeError: The only supported seed types are: None,
# expect: int, float, str, bytes, and bytearray.
print(error_of(lambda: random.choices([1, 2], weights=[1])))
# expect: ValueError: The number of weights does not match the population
print(error_of(lambda: random.getrandbits(-1)))  # expect: ValueError: number of bits must be non-negative
