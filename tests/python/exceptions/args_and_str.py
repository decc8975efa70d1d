print(str(Exception()), str(Exception(1)), str(Exception(1, "a")), repr(Exception("a")), repr(Exception(1, 2)))
# expect:  1 (1, 'a') Exception('a') Exception(1, 2)
print(str(KeyError("k")), repr(KeyError("k")), str(KeyError("a", "b")))
# expect: 'k' KeyError('k') ('a', 'b')
print(str(OSError(2, "m")), str(OSError("m")), str(OSError(2, "m", "f")))
# expect: [Errno 2] m m [Errno 2] m: 'f'
