for e in (IndexError, KeyError, ZeroDivisionError, OverflowError, UnicodeDecodeError, ModuleNotFoundError,
          FileNotFoundError, NotImplementedError, RecursionError, StopIteration, KeyboardInterrupt, SystemExit):
    print(e.__name__, [b.__name__ for b in e.__mro__[1:-1]])
# expect: IndexError ['LookupError', 'Exception', 'BaseException']
# expect: KeyError ['LookupError', 'Exception', 'BaseException']
# expect: ZeroDivisionError ['ArithmeticError', 'Exception', 'BaseException']
# expect: OverflowError ['ArithmeticError', 'Exception', 'BaseException']
# expect: UnicodeDecodeError ['UnicodeError', 'ValueError', 'Exception', 'BaseException']
# expect: ModuleNotFoundError ['ImportError', 'Exception', 'BaseException']
# expect: FileNotFoundError ['OSError', 'Exception', 'BaseException']
# expect: NotImplementedError ['RuntimeError', 'Exception', 'BaseException']
# expect: RecursionError ['RuntimeError', 'Exception', 'BaseException']
# expect: StopIteration ['Exception', 'BaseException']
# expect: KeyboardInterrupt ['BaseException']
# expect: SystemExit ['BaseException']
