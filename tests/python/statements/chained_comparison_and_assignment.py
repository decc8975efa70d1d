def f(x):
    print("eval", x)
    return x
print(f(1) < f(3) < f(2) < f(9))
# expect: eval 1
# expect: eval 3
# expect: eval 2
# expect: False
a = b = c = []
a.append(1)
print(c, 1 < 2 == 2 != 3, (1 < 2) == True)  # expect: [1] True True
