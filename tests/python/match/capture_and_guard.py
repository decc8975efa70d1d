match 5:
    case x if x > 10:
        print("big")
    case x if x > 3:
        print("medium", x)
# expect: medium 5
print(x)  # expect: 5
