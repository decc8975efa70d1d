def f(): return f()
for _ in range(3):
    try:
        f()
    except RecursionError:
        pass
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(800))  # expect: 800
