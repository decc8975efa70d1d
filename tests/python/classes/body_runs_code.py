class A:
    for i in range(3):
        locals()[f"x{i}"] = i
    if True:
        y = "yes"
    del i
    try:
        z = 1 / 0
    except ZeroDivisionError:
        z = "caught"
print(A.x0, A.x2, A.y, A.z, hasattr(A, "i"))  # expect: 0 2 yes caught False
