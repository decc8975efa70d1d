for text in ("1 + 'a'", "'a' + 1", "[] + ()", "-'a'", "1 < 'a'", "len(1)", "[1]['a']", "None[0]", "{}[[]]", "'a' * 'b'",
             "1 in 1", "iter(1)", "next(1)", "int('x')", "float('y')", "1 // 0", "1 % 0", "1.0 / 0", "2 ** -1 + 'a'", "'abc'[5]", "[].pop()"):
    pass
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: 1 + "a")  # expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
show(lambda: "a" + 1)  # expect: TypeError can only concatenate str (not "int") to str
show(lambda: [] + ())  # expect: TypeError can only concatenate list (not "tuple") to list
show(lambda: -"a")  # expect: TypeError bad operand type for unary -: 'str'
show(lambda: 1 < "a")  # expect: TypeError '<' not supported between instances of 'int' and 'str'
show(lambda: len(1))  # expect: TypeError object of type 'int' has no len()
show(lambda: [1]["a"])  # expect: TypeError list indices must be integers or slices, not str
show(lambda: None[0])  # expect: TypeError 'NoneType' object is not subscriptable
show(lambda: {}[[]])  # expect: TypeError unhashable type: 'list'
show(lambda: "a" * "b")  # expect: TypeError can't multiply sequence by non-int of type 'str'
show(lambda: 1 in 1)  # expect: TypeError argument of type 'int' is not iterable
show(lambda: iter(1))  # expect: TypeError 'int' object is not iterable
show(lambda: next(1))  # expect: TypeError 'int' object is not an iterator
show(lambda: int("x"))  # expect: ValueError invalid literal for int() with base 10: 'x'
show(lambda: float("y"))  # expect: ValueError could not convert string to float: 'y'
show(lambda: 1 // 0)  # expect: ZeroDivisionError integer division or modulo by zero
show(lambda: 1 % 0)  # expect: ZeroDivisionError integer modulo by zero
show(lambda: 1.0 / 0)  # expect: ZeroDivisionError float division by zero
show(lambda: "abc"[5])  # expect: IndexError string index out of range
show(lambda: [].pop())  # expect: IndexError pop from empty list
show(lambda: [1].remove(2))  # expect: ValueError list.remove(x): x not in list
show(lambda: {}.popitem())  # expect: KeyError 'popitem(): dictionary is empty'
show(lambda: (1).foo)  # expect: AttributeError 'int' object has no attribute 'foo'
show(lambda: max([]))  # expect: ValueError max() arg is an empty sequence
show(lambda: 1())  # expect: TypeError 'int' object is not callable
show(lambda: [1, 2].index(3))  # expect: ValueError 3 is not in list
show(lambda: "a".join([1]))  # expect: TypeError sequence item 0: expected str instance, int found
show(lambda: range(0, 1, 0))  # expect: ValueError range() arg 3 must not be zero
show(lambda: chr(-1))  # expect: ValueError chr() arg not in range(0x110000)
show(lambda: ord("ab"))  # expect: TypeError ord() expected a character, but string of length 2 found
show(lambda: sum(["a"]))  # expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
show(lambda: dict([1]))
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
show(lambda: sorted([1, "a"]))  # expect: TypeError '<' not supported between instances of 'str' and 'int'
show(lambda: "%d" % "x")  # expect: TypeError %d format: a real number is required, not str
show(lambda: "%s %s" % 1)  # expect: TypeError not enough arguments for format string
show(lambda: "%s" % (1, 2))  # expect: TypeError not all arguments converted during string formatting
show(lambda: "{} {}".format(1))
# expect: IndexError Replacement index 1 out of range for positional args tuple
show(lambda: "{x}".format())  # expect: KeyError 'x'
