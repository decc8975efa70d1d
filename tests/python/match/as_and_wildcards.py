match [1, [2, 3]]:
    case [_, [_, _] as inner]:
        print(inner)
# expect: [2, 3]
match (1, 2, 3):
    case (1, *_):
        print("starts with one")
# expect: starts with one
