for args in (("/no/such/file",), ("/",), (__file__, "q"), (__file__, "rw"), (__file__, "rbt")):
    try:
        open(*args)
    except (OSError, ValueError) as e:
        print(type(e).__name__, str(e).split("'")[0])
# expect: FileNotFoundError [Errno 2] No such file or directory: 
# expect: IsADirectoryError [Errno 21] Is a directory: 
# expect: ValueError invalid mode: 
# expect: ValueError must have exactly one of create/read/write/append mode
# expect: ValueError can
