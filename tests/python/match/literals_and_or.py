def f(x):
    match x:
        case 1 | 2:
            return "small"
        case "a":
            return "letter"
        case None:
            return "none"
        case True:
            return "true"
        case -3 | 2.5:
            return "number"
        case _:
            return "other"
print([f(x) for x in (1, 2, "a", None, True, -3, 2.5, 9)])
# expect: ['small', 'small', 'letter', 'none', 'small', 'number', 'number', 'other']
