def subject():
    print("evaluated")
    return 3
match subject():
    case 1:
        pass
    case 3:
        print("three")
# expect: evaluated
# expect: three
