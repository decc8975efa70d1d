def t(x):
    print(x, end=" ")
    return x
d = {}
d[t("key")] = t("value")
x = t(1) + t(2) * t(3)
t([0, 0])[t(0)] = t(5)
print(x)  # expect: value key 1 2 3 5 [0, 0] 0 7
