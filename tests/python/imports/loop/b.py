import loop.a
def Y():
    return loop.a.Z if hasattr(loop.a, "Z") else 10
early = sorted(k for k in vars(loop.a) if len(k) == 1) if hasattr(loop, "a") else "not yet"
