rows = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
# expect: [('c', 1), ('a', 1), ('b', 2), ('a', 2)] [('b', 2), ('a', 2), ('c', 1), ('a', 1)]
print(sorted(rows, key=lambda row: row[1]), sorted(rows, key=lambda row: row[1], reverse=True))
# expect: [('a', 1), ('a', 2), ('b', 2), ('c', 1)] [('a', 2), ('b', 2), ('a', 1), ('c', 1)] ['a', 'b'] ['o', 'l', 'l', 'h', 'e']
print(sorted(rows), sorted(rows, key=lambda row: (-row[1], row[0])), sorted({"b": 1, "a": 2}), sorted("hello", reverse=True))
numbers = [(i * 7919) % 101 for i in range(200)]
# expect: True []
print(sorted(numbers) == sorted(sorted(numbers, reverse=True)), [x for x, y in zip(sorted(numbers), sorted(numbers)[1:]) if x > y])
indexed = sorted(range(200), key=lambda i: numbers[i])
# expect: True
print(all(numbers[a] < numbers[b] or (numbers[a] == numbers[b] and a < b) for a, b in zip(indexed, indexed[1:])))
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)  # expect: [3, 1, 2]
class Card:
    def __init__(self, rank):
        self.rank = rank
    def __lt__(self, other):
        return self.rank < other.rank
    def __repr__(self):
        return f"Card({self.rank})"
# expect: [Card(1), Card(3)] Card(1) Card(3) [Card(2), Card(2)]
print(sorted([Card(3), Card(1)]), min(Card(3), Card(1)), max([Card(3), Card(1)]), sorted([Card(2), Card(2)], key=None))
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))  # expect: [3, 2, 1]
items = [3, 1, 2]
try:
    items.sort(key=lambda x: 1 / (x - 1))
except ZeroDivisionError as error:
    print(error, items)  # expect: division by zero [3, 1, 2]
try:
    sorted([1, None, 2])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'NoneType' and 'int'
try:
    sorted([{}, {}])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'dict' and 'dict'
