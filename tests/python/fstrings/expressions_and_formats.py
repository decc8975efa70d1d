x, name = 3.14159, "bob"
print(f"{x:.2f} {name!r:>8} {name:*^9} {1 + 1} {name.upper()} {{}} {x!s:.4}")
# expect: 3.14    'bob' ***bob*** 2 BOB {} 3.14
