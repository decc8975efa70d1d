try:
    raise FileNotFoundError(2, "no such", "f.txt")
except PermissionError:
    print("perm")
except OSError as e:
    print(e, e.errno, e.strerror, e.filename)
except Exception:
    print("late")
# expect: [Errno 2] no such: 'f.txt' 2 no such f.txt
