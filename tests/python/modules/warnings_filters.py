import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(RuntimeWarning("third"), stacklevel=1)
    print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("same place")
    warnings.filterwarnings("ignore", message="quiet.*")
    warnings.warn("quiet please")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.warn("old", DeprecationWarning)
    print(len(caught), caught[0].message, isinstance(caught[0].message, UserWarning))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", FutureWarning)
    except FutureWarning as error:
        print("raised", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("nobody sees this")
def helper():
    warnings.warn("from the caller", stacklevel=2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    helper()
    print(caught[0].lineno)
print(warnings.formatwarning("text", UserWarning, "nowhere.py", 3, ""), end="")
for work in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("what")):
    try:
        work()
    except Exception as error:
        print(type(error).__name__)

# expect: [('first', 'UserWarning', 4), ('second', 'DeprecationWarning', 5), ('third', 'RuntimeWarning', 6)]
# expect: 1 same place True
# expect: raised now an error
# expect: 30
# expect: nowhere.py:3: UserWarning: text
# expect: TypeError
# expect: AssertionError
