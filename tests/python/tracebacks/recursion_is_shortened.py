import traceback
def f(): return f()
try:
    f()
except RecursionError:
    lines = traceback.format_exc().splitlines()
print(sum("in f" in line for line in lines), any("Previous line repeated" in line for line in lines))
# expect: 3 True
