x = 1
class A:
    y = x
    x = 2
    z = x
print(A.y, A.x, A.z, x)  # expect: 1 2 2 1
