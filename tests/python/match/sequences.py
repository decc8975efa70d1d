def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [a, b]:
            return f"two {a} {b}"
        case [first, *rest, last]:
            return f"{first} {rest} {last}"
        case _:
            return "no sequence"
print([f(x) for x in ([], [1], (1, 2), [1, 2, 3, 4], "ab", 5)])
# expect: ['empty', 'one 1', 'two 1 2', '1 [2, 3] 4', 'no sequence', 'no sequence']
