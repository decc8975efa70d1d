def f(x):
    print("f", x)
    return x
print(f(0) or f("b") or f("c"), f(1) and f(0) and f(2), f(1) if f(0) else f(2), not f(""))
# expect: f 0
# expect: f b
# expect: f 1
# expect: f 0
# expect: f 0
# expect: f 2
# expect: f 
# expect: b 0 2 True
