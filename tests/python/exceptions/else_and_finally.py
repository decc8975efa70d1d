def f(x):
    log = []
    try:
        log.append("try")
        if x: raise ValueError
    except ValueError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
print(f(0), f(1))  # expect: ['try', 'else', 'finally'] ['try', 'except', 'finally']
